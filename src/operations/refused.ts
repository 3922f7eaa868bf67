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
  | 'findings-unwaived'
  | 'waivers-refused'
  | 'duties-open'
  | 'duties-refused'
  | 'selection-refused'
  | 'edition-missing'
  | 'not-restorable'
  | 'not-importable'
  | 'delivery-missing'
  | 'not-resendable'
  | 'bulk-invalid'
  | 'plan-drifted'
  | 'plan-has-errors'
  | 'too-large'
  | 'conflict'
  | 'idempotency-key-reused'
  | 'editions-unguarded'

/** The status of HTTP that goes with each. */
export const statusOfRefusal: { readonly [C in RefusalCode]: number } = {
  'organisation-missing': 404,
  'organisation-exists': 409,
  'policy-missing': 404,
  'policy-exists': 409,
  'not-allowed': 403,
  'bad-request': 400,
  'user-missing': 404,
  'not-composable': 422,
  'not-publishable': 422,
  'edition-missing': 404,
  'not-restorable': 422,
  'not-importable': 422,
  'delivery-missing': 404,
  'not-resendable': 422,
  'findings-unwaived': 422,
  'waivers-refused': 422,
  'duties-open': 422,
  'duties-refused': 422,
  'selection-refused': 422,
  'bulk-invalid': 422,
  'plan-drifted': 409,
  'plan-has-errors': 422,
  'too-large': 413,
  conflict: 409,
  'idempotency-key-reused': 422,
  'editions-unguarded': 503,
}

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
