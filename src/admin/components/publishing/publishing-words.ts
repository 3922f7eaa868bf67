import type { EditionKind } from '../../../core/edition/edition.ts'
import { editionKindWords } from '../../../core/edition/edition-words.ts'
import type { PendingDecision } from '../../../core/edition/publication.ts'
import type { LanguageState } from '../../../operations/publishing/publication-status.ts'

type Choice = { readonly label: string; readonly told: string }

/** What the screen for publishing says. */
export type PublishingWords = {
  readonly loading: string
  readonly failed: string
  readonly mayNot: string
  readonly asking: string
  readonly unwaived: (count: number) => string
  readonly dutiesOpen: (count: number) => string
  readonly unpublished: string
  readonly nothing: (number: number) => string
  readonly first: string
  readonly differs: (number: number) => string
  readonly equals: (number: number) => string
  readonly states: { readonly [S in LanguageState]: string }
  readonly languages: { readonly [language: string]: string }
  readonly changes: { readonly added: string; readonly removed: string; readonly changed: string }
  readonly problems: string
  readonly open: string
  readonly form: string
  readonly kind: string
  readonly kinds: { readonly [K in EditionKind]: Choice }
  readonly effectiveFrom: string
  readonly effectiveFromTold: string
  readonly corrects: string
  readonly withdraws: string
  readonly choose: string
  readonly summaryJa: string
  readonly summaryEn: string
  readonly summaryTold: string
  readonly pending: (editions: string) => string
  readonly decisions: { readonly [D in PendingDecision]: Choice }
  readonly review: string
  readonly confirm: string
  readonly confirmTold: (title: string, kind: string, day: string) => string
  readonly back: string
  readonly publishing: string
  readonly published: (number: number, day: string) => string
  readonly already: (number: number) => string
  readonly hash: string
  readonly page: string
  readonly data: string
  readonly editions: string
  readonly noEditions: string
  readonly number: string
  readonly edition: (number: number) => string
  readonly standing: string
  readonly summary: string
  readonly actions: string
  readonly restore: string
  readonly restoreConfirm: string
  readonly restoreTold: string
  readonly restored: (number: number) => string
  readonly copied: (count: number) => string
  readonly organisationStays: string
  readonly correct: string
  readonly withdraw: string
}

const ja: PublishingWords = {
  loading: '読み込んでいます…',
  failed: '読み込めませんでした。ページを再読み込みしてください。',
  mayNot:
    '公表できるのは、この事業者の「公表者」か「管理者」の権限を持つ人だけです。公表を依頼するか、管理者に権限の変更を依頼してください。',
  asking: '点検と確認事項を調べています…',
  unwaived: (count) => `エラーを認める理由が ${count} 件、未入力です。`,
  dutiesOpen: (count) => `対応を記録していない確認事項が ${count} 件あります。`,
  unpublished: '未公表の変更',
  nothing: (number) => `未公表の変更はありません（第${number}版と同じ内容です）。`,
  first: 'まだ一度も公表していません。公表すると第1版になります。',
  differs: (number) => `第${number}版から変更されています。`,
  equals: (number) => `作業中の版は、第${number}版と同じ内容です。`,
  states: {
    same: '公表済みと同じ',
    changed: '変更あり',
    new: '新しく公表',
    incomplete: '未入力があるため公表されません',
    none: '本文なし',
  },
  languages: { ja: '日本語', en: '英語' },
  changes: { added: '追加', removed: '削除', changed: '変更' },
  problems: '公表の前に直すところ',
  open: '開く',
  form: '公表する',
  kind: '種別',
  kinds: {
    amendment: {
      label: editionKindWords.amendment.ja,
      told: '今日以降の日から、新しい内容にします。',
    },
    erratum: {
      label: editionKindWords.erratum.ja,
      told: '公表済みの版の誤りを直します。改定には数えません。',
    },
    import: {
      label: editionKindWords.import.ja,
      told: 'この仕組みを使う前の本文を、当時の日付で登録します。',
    },
    withdrawal: {
      label: editionKindWords.withdrawal.ja,
      told: '施行待ちの版を、施行前に取り下げます。',
    },
    repeal: {
      label: editionKindWords.repeal.ja,
      told: 'ポリシーを終わらせます。最後の本文は引き続き読めます。',
    },
  },
  effectiveFrom: '施行日',
  effectiveFromTold: '日本時間のこの日の0時から、自動的に切り替わります。',
  corrects: '訂正する版',
  withdraws: '取り下げる版',
  choose: '選択してください',
  summaryJa: '改定の要旨（日本語）',
  summaryEn: '改定の要旨（英語）',
  summaryTold: '版の一覧や改定履歴に載ります。',
  pending: (editions) =>
    `この版の後に、施行待ちの版（${editions}）があります。その日が来ると、今回の変更は失われます。どうしますか。`,
  decisions: {
    reissue: {
      label: '今回の変更を引き継いで公表し直す',
      told: '施行待ちの版を取り下げ、今回の変更を入れて同じ施行日で公表し直します。',
    },
    keep: { label: 'そのままにする', told: '施行日に、今回の変更のない内容に切り替わります。' },
    withdraw: { label: '取り下げる', told: '施行待ちの版を取り下げます。' },
  },
  review: '内容を確認する',
  confirm: 'この内容で公表する',
  confirmTold: (title, kind, day) =>
    `「${title}」を、${kind}として ${day} 施行で公表します。公表した版は、変更も削除もできません。`,
  back: '入力に戻る',
  publishing: '公表しています…',
  published: (number, day) => `第${number}版を公表しました（${day} 施行）。`,
  already: (number) => `この依頼は公表済みです（第${number}版）。`,
  hash: 'ハッシュ値',
  page: '公開ページを見る',
  data: 'データ（JSON）',
  editions: '公表した版',
  noEditions: 'まだありません。',
  number: '版',
  edition: (number) => `第${number}版`,
  standing: '状態',
  summary: '要旨',
  actions: '操作',
  restore: '作業中に戻す',
  restoreConfirm: '戻す',
  restoreTold: '作業中の版を、この版の内容に置き換えます。今の内容は変更履歴に残ります。',
  restored: (number) => `第${number}版を作業中の版に戻しました。`,
  copied: (count) =>
    `ほかのポリシーも使っている文 ${count} 件は変更せず、この版の文で複製しました。`,
  organisationStays: '事業者の名称・住所などは戻していません。版と異なる項目があります。',
  correct: '訂正する',
  withdraw: '取り下げる',
}

const en: PublishingWords = {
  loading: 'Loading …',
  failed: 'This could not be loaded. Reload the page.',
  mayNot:
    'Only publishers and admins of this organisation may publish. Ask one of them, or ask an admin for the role.',
  asking: 'Asking for findings and duties …',
  unwaived: (count) => `Errors without a reason: ${count}.`,
  dutiesOpen: (count) => `Duties without a record: ${count}.`,
  unpublished: 'Unpublished changes',
  nothing: (number) => `Nothing: the working copy says what edition ${number} says.`,
  first: 'Nothing has been published yet. This will be edition 1.',
  differs: (number) => `The working copy differs from edition ${number}.`,
  equals: (number) => `The working copy says what edition ${number} says.`,
  states: {
    same: 'as published',
    changed: 'changed',
    new: 'new',
    incomplete: 'not published: texts are missing',
    none: 'no text',
  },
  languages: { ja: 'Japanese', en: 'English' },
  changes: { added: 'added', removed: 'removed', changed: 'changed' },
  problems: 'To be mended before publishing',
  open: 'Open',
  form: 'Publish',
  kind: 'Kind',
  kinds: {
    amendment: {
      label: editionKindWords.amendment.en,
      told: 'Says something new from today or a later day.',
    },
    erratum: {
      label: editionKindWords.erratum.en,
      told: 'Sets a published edition right. It is no revision.',
    },
    import: {
      label: editionKindWords.import.en,
      told: 'A text from before this system, under its own date.',
    },
    withdrawal: {
      label: editionKindWords.withdrawal.en,
      told: 'Calls back an edition before its day.',
    },
    repeal: {
      label: editionKindWords.repeal.en,
      told: 'Ends the policy. Its last text can still be read.',
    },
  },
  effectiveFrom: 'In force from',
  effectiveFromTold: 'It takes over by itself at midnight in Japan.',
  corrects: 'Edition to correct',
  withdraws: 'Edition to withdraw',
  choose: 'Choose one',
  summaryJa: 'Summary (Japanese)',
  summaryEn: 'Summary (English)',
  summaryTold: 'Shown in the list of editions and in the revision history.',
  pending: (editions) =>
    `Editions are pending after this one (${editions}). On their day this change would be lost. What is to become of them?`,
  decisions: {
    reissue: {
      label: 'Publish them again with this change',
      told: 'They are withdrawn, and published again for the same day with this change.',
    },
    keep: { label: 'Keep them', told: 'On their day the text is without this change.' },
    withdraw: { label: 'Withdraw them', told: 'They will never come into force.' },
  },
  review: 'Review',
  confirm: 'Publish this',
  confirmTold: (title, kind, day) =>
    `“${title}” will be published (${kind}), in force from ${day}. A published edition can be neither changed nor deleted.`,
  back: 'Back',
  publishing: 'Publishing …',
  published: (number, day) => `Edition ${number} was published (in force from ${day}).`,
  already: (number) => `This request had been published already (edition ${number}).`,
  hash: 'Hash',
  page: 'Public page',
  data: 'Data (JSON)',
  editions: 'Editions',
  noEditions: 'There are none yet.',
  number: 'No.',
  edition: (number) => `Edition ${number}`,
  standing: 'Standing',
  summary: 'Summary',
  actions: 'Actions',
  restore: 'Restore',
  restoreConfirm: 'Restore it',
  restoreTold:
    'The working copy will say what this edition says. What it says now stays in its versions.',
  restored: (number) => `Edition ${number} is the working copy again.`,
  copied: (count) =>
    `${count} records that other policies use were left alone; this policy prints copies.`,
  organisationStays:
    'The record of the organisation was not restored; it differs from the edition.',
  correct: 'Correct',
  withdraw: 'Withdraw',
}

export const publishingWords = (language: string): PublishingWords => (language === 'en' ? en : ja)
