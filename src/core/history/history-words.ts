import type { HistoryEntry } from './history.ts'

/** The words of the lines that are written from the editions. */
export type HistoryWords = {
  /** Before the day of enactment, and of the last revision. */
  readonly enacted: string
  readonly revised: string
  readonly history: string
  /** A line of the history, around its day. */
  readonly entry: (kind: HistoryEntry['kind'], summary: string) => readonly [string, string]
  readonly marker: string
  readonly supplement: string
  /** The sentence of the supplementary provisions, around the day. */
  readonly comesIntoForce: (title: string) => readonly [string, string]
}

const kindsInJapanese = { enacted: '制定', revised: '改定', repealed: '廃止' }
const kindsInEnglish = { enacted: 'Enacted', revised: 'Revised', repealed: 'Repealed' }

const ja: HistoryWords = {
  enacted: '制定日：',
  revised: '最終改定日：',
  history: '改定履歴',
  entry: (kind, summary) => ['', `　${kindsInJapanese[kind]}${summary && `（${summary}）`}`],
  marker: '・',
  supplement: '附則',
  // この「個人情報の取扱いについて」は: what is no word for a rule cannot follow この without marks.
  comesIntoForce: (title) => [
    /(?:ポリシー|方針|規程|規約|規則|基準|宣言)$/u.test(title) && !/\s/u.test(title)
      ? `この${title}は、`
      : `この「${title}」は、`,
    'から施行する。',
  ],
}

const en: HistoryWords = {
  enacted: 'Enacted: ',
  revised: 'Last revised: ',
  history: 'Revision history',
  entry: (kind, summary) => ['', `: ${kindsInEnglish[kind]}${summary && ` (${summary})`}`],
  marker: '- ',
  supplement: 'Supplementary provision',
  comesIntoForce: (title) => [
    `${/(?:policy|statement|notice)$/i.test(title) ? `This ${title}` : `“${title}”`} comes into force on `,
    '.',
  ],
}

/** Japanese has its own; any other language is written in English, as dates and numbers are. */
export const historyWords = (locale: string): HistoryWords => (locale === 'ja' ? ja : en)
