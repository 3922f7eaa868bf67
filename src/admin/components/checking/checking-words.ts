import type { Severity } from '../../../core/check/finding.ts'

/** What the screen for checking says, and what is said of findings elsewhere. */
export type CheckingWords = {
  readonly loading: string
  readonly failed: string
  readonly told: (day: string) => string
  readonly count: (errors: number, all: number) => string
  readonly nothing: string
  readonly severities: { readonly [S in Severity]: string }
  readonly whole: string
  readonly question: string
  readonly uncertain: string
  readonly open: string
  readonly fix: string
  readonly fixed: string
  readonly suppress: string
  readonly suppressRule: string
  readonly suppressPlace: string
  readonly reason: string
  readonly confirm: string
  readonly back: string
  readonly suppressed: string
  readonly incomplete: (language: string) => string
  readonly here: string
  readonly all: string
  readonly allOf: (title: string) => string
  readonly inPolicies: (titles: readonly string[]) => string
  readonly more: (count: number) => string
  readonly toField: string
  readonly waivers: string
  readonly waiversTold: string
  readonly waiverReason: string
  readonly reissued: (edition: number) => string
  readonly waived: (count: number) => string
  readonly languages: { readonly [language: string]: string }
}

const ja: CheckingWords = {
  loading: '点検しています…',
  failed: '点検できませんでした。ページを再読み込みしてください。',
  told: (day) =>
    `作業中の版を、${day} 施行として点検した結果です。エラーは、直すか、理由を付けて認めるまで公表できません。`,
  count: (errors, all) => `指摘 ${all} 件（うちエラー ${errors} 件）`,
  nothing: '指摘はありません。',
  severities: { error: 'エラー', warning: '警告', info: '参考' },
  whole: 'ポリシー全体',
  question: '要判断',
  uncertain: '（根拠は要確認）',
  open: '編集画面を開く',
  fix: '直す',
  fixed: '作業中の版を直しました。',
  suppress: '除外する',
  suppressRule: 'このポリシー全体でこの規則を除外する',
  suppressPlace: 'この箇所だけ除外する',
  reason: '除外する理由',
  confirm: '除外を保存する',
  back: 'やめる',
  suppressed: '除外した指摘',
  incomplete: (language) => `${language}は未入力の文があるため、点検していません。`,
  here: 'ここへの指摘',
  all: 'ポリシーの点検へ',
  allOf: (title) => `「${title}」の点検へ`,
  inPolicies: (titles) => `ポリシー: ${titles.map((title) => `「${title}」`).join('')}`,
  more: (count) => `ほかに${count}件のポリシーもこれを使っています（ここには示していません）。`,
  toField: '該当する項目へ',
  waivers: '点検のエラー',
  waiversTold:
    '直さずに公表するときは、それぞれに理由を書いてください。理由は版に残り、この事業者の利用者だけが見られます。',
  waiverReason: '認める理由',
  reissued: (edition) => `第${edition}版を再公表する本文：`,
  waived: (count) => `認めた指摘 ${count} 件`,
  languages: { ja: '日本語', en: '英語' },
}

const en: CheckingWords = {
  loading: 'Checking …',
  failed: 'This could not be checked. Reload the page.',
  told: (day) =>
    `The working copy, checked as if in force from ${day}. Errors have to be mended, or waived with a reason, before it is published.`,
  count: (errors, all) => `Findings: ${all} (errors: ${errors})`,
  nothing: 'There are no findings.',
  severities: { error: 'Errors', warning: 'Warnings', info: 'For information' },
  whole: 'The policy as a whole',
  question: 'A matter of judgement',
  uncertain: ' (basis to be verified)',
  open: 'Open the record',
  fix: 'Mend',
  fixed: 'The working copy was mended.',
  suppress: 'Suppress',
  suppressRule: 'The rule, in this whole policy',
  suppressPlace: 'At this place only',
  reason: 'Why it is suppressed',
  confirm: 'Save the suppression',
  back: 'Cancel',
  suppressed: 'Suppressed findings',
  incomplete: (language) => `${language} was not checked: texts are missing.`,
  here: 'Findings about this record',
  all: 'The check of the policy',
  allOf: (title) => `The check of “${title}”`,
  inPolicies: (titles) => `In ${titles.map((title) => `“${title}”`).join(', ')}`,
  more: (count) =>
    `${count} more ${count === 1 ? 'policy prints' : 'policies print'} this record and ${count === 1 ? 'is' : 'are'} not shown here.`,
  toField: 'Go to the field',
  waivers: 'Errors of the check',
  waiversTold:
    'To publish in spite of them, give a reason for each. It is kept in the edition and seen by members of this organisation only.',
  waiverReason: 'Why it is published in spite of this',
  reissued: (edition) => `In the text that edition ${edition} is published again with:`,
  waived: (count) => `Waived findings: ${count}`,
  languages: { ja: 'Japanese', en: 'English' },
}

export const checkingWords = (language: string): CheckingWords => (language === 'en' ? en : ja)
