import type { CellNote, Layout, Text } from './table.ts'

/** What a 新旧対照表 says beside the texts themselves. */
type TableWords = {
  readonly title: (policy: string) => string
  readonly columns: { readonly [L in Layout]: { readonly before: string; readonly after: string } }
  readonly edition: (text: Text) => string
  readonly from: (day: string) => string
  readonly notes: { readonly [N in CellNote]: string }
  readonly preamble: string
  readonly closing: string
  readonly pair: (first: string, last: string) => string
  readonly span: (first: string, last: string) => string
  readonly remarks: string
  readonly underlined: string
  /** For who cannot underline. */
  readonly bracketed: string
  readonly omitted: string
  readonly moved: string
  readonly same: string
}

const ja: TableWords = {
  title: (policy) => `${policy}　新旧対照表`,
  columns: {
    amended: { before: '改正前', after: '改正後' },
    'old-new': { before: '旧', after: '新' },
  },
  edition: ({ edition }) => (edition === undefined ? '' : `（第${edition}版）`),
  from: (day) => `（${day}施行）`,
  notes: { new: '（新設）', removed: '（削る）', omitted: '（略）' },
  preamble: '前文',
  closing: '末尾',
  pair: (first, last) => `${first}・${last}`,
  span: (first, last) => `${first}から${last}まで`,
  remarks: '備考',
  underlined: '表中の下線の部分は、改正部分を示す。',
  bracketed: '［ ］の部分は、改正部分を示す。',
  omitted: '（略）とある部分は、改正前後で変更がない。',
  moved: '移動した規定は、移動後の位置に、これに対応する改正前の規定と並べて示す。',
  same: '改正部分はない。',
}

const en: TableWords = {
  title: (policy) => `${policy}: Comparison of Texts`,
  columns: {
    amended: { before: 'Before amendment', after: 'As amended' },
    'old-new': { before: 'Old', after: 'New' },
  },
  edition: ({ edition }) => (edition === undefined ? '' : ` (edition ${edition})`),
  from: (day) => `(in force from ${day})`,
  notes: { new: '(new)', removed: '(deleted)', omitted: '(unchanged)' },
  preamble: 'Preamble',
  closing: 'Closing',
  pair: (first, last) => `${first}, ${last}`,
  span: (first, last) => `${first} to ${last}`,
  remarks: 'Remarks',
  underlined: 'Underlined: what the amendment changes.',
  bracketed: 'Between ［ and ］: what the amendment changes.',
  omitted: '(unchanged): the text is the same before and after.',
  moved: 'What moved is shown at its new place, beside the text that it had before.',
  same: 'Nothing has changed.',
}

export const tableWords = { ja, en }
