import type { Words } from '../core/words.ts'

/** Why an operation is refused: a name for programs, the status of HTTP, and a title for people. */
export const refusals = {
  'organisation-missing': {
    status: 404,
    title: { ja: '事業者がありません', en: 'No such organisation' },
  },
  'organisation-exists': {
    status: 409,
    title: { ja: '同じ名前の事業者があります', en: 'The organisation exists already' },
  },
  'policy-missing': { status: 404, title: { ja: 'ポリシーがありません', en: 'No such policy' } },
  'policy-exists': {
    status: 409,
    title: { ja: '同じ名前のポリシーがあります', en: 'The policy exists already' },
  },
  'not-a-policy': {
    status: 422,
    title: { ja: 'ポリシーとして読み取れません', en: 'This cannot be read as a policy' },
  },
  'not-storable': {
    status: 422,
    title: { ja: '保存できない項目があります', en: 'Fields that cannot be stored' },
  },
  'not-allowed': { status: 403, title: { ja: '権限がありません', en: 'Not allowed' } },
  'bad-request': {
    status: 400,
    title: { ja: '指定に誤りがあります', en: 'The request is malformed' },
  },
  'user-missing': { status: 404, title: { ja: 'ユーザーがいません', en: 'No such user' } },
  'not-composable': {
    status: 422,
    title: { ja: '本文を組み立てられません', en: 'The text cannot be put together' },
  },
  'not-publishable': {
    status: 422,
    title: { ja: '公表できません', en: 'This cannot be published' },
  },
  'edition-missing': { status: 404, title: { ja: '版がありません', en: 'No such edition' } },
  'not-restorable': {
    status: 422,
    title: { ja: '作業中に戻せません', en: 'This cannot be restored' },
  },
  'not-importable': { status: 422, title: { ja: '取り込めません', en: 'This cannot be imported' } },
  'delivery-missing': {
    status: 404,
    title: { ja: '送信記録がありません', en: 'No such delivery' },
  },
  'not-resendable': {
    status: 422,
    title: { ja: '再送できません', en: 'This cannot be sent again' },
  },
  'findings-unwaived': {
    status: 422,
    title: { ja: '点検のエラーが残っています', en: 'The check found errors' },
  },
  'waivers-refused': {
    status: 422,
    title: { ja: '認める理由を受け付けられません', en: 'Waivers that do not fit' },
  },
  'duties-open': {
    status: 422,
    title: { ja: '確認事項の対応が記録されていません', en: 'Duties without a record' },
  },
  'duties-refused': {
    status: 422,
    title: { ja: '確認事項の記録を受け付けられません', en: 'Records of duties that do not fit' },
  },
  'selection-refused': {
    status: 422,
    title: { ja: '選ばれた変更を受け付けられません', en: 'Changes that cannot be picked' },
  },
  'bulk-invalid': {
    status: 422,
    title: { ja: '一括更新の内容に誤りがあります', en: 'The bulk update does not hold' },
  },
  'plan-drifted': {
    status: 409,
    title: { ja: '計画の後に変更されています', en: 'Changed since it was planned' },
  },
  'plan-has-errors': {
    status: 422,
    title: { ja: '計画に点検のエラーがあります', en: 'The plan brings errors of the check' },
  },
  'too-large': { status: 413, title: { ja: '大きすぎます', en: 'Too large' } },
  conflict: {
    status: 409,
    title: { ja: '先に別の公表が行われました', en: 'Somebody else came first' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { ja: '同じキーで別の依頼が行われています', en: 'The key stands for another request' },
  },
  'editions-unguarded': {
    status: 503,
    title: { ja: '版の保護が有効ではありません', en: 'Editions are not guarded' },
  },
} as const satisfies {
  readonly [code: string]: { readonly status: number; readonly title: Words }
}
export type RefusalCode = keyof typeof refusals

/** Something the user asked for cannot be done as it stands; nothing was changed. */
export class OperationRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly messages: Words,
    /** What else the caller can show: the places, the rules. */
    readonly details: readonly unknown[] = [],
  ) {
    super(messages.en)
    this.name = 'OperationRefused'
  }
}
