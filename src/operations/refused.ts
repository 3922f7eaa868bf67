/** Why an operation was refused, for programs. */
export type RefusalCode =
  | 'organisation-missing'
  | 'organisation-exists'
  | 'policy-missing'
  | 'policy-exists'
  | 'not-allowed'
  | 'bad-request'
  | 'user-missing'
  | 'not-composable'
  | 'not-publishable'
  | 'edition-missing'
  | 'not-restorable'
  | 'delivery-missing'
  | 'not-resendable'
  | 'conflict'
  | 'idempotency-key-reused'
  | 'editions-unguarded'

/** Something the user asked for cannot be done as it stands; nothing was changed. */
export class OperationRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly messages: { readonly ja: string; readonly en: string },
    /** What else the caller can show: the places, the rules. */
    readonly details: readonly unknown[] = [],
  ) {
    super(messages.en)
    this.name = 'OperationRefused'
  }
}
