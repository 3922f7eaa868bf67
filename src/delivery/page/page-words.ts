import type { Standing } from '../../core/edition/index.ts'

/** What the page itself says, around the policy. */
export type PageWords = {
  readonly language: 'ja' | 'en'
  readonly skip: string
  readonly contents: string
  readonly languages: string
  readonly about: string
  readonly number: string
  readonly kind: string
  readonly summary: string
  readonly effectiveFrom: string
  readonly recordedOn: string
  readonly formats: string
  readonly history: string
  readonly inForce: string
  /** A calendar day, from `YYYY-MM-DD`. */
  readonly day: (day: string) => string
  /** What is done to another edition, by its number. */
  readonly of: (kind: string, number: number) => string
  /** An edition by its number and its day, as `day` spells it. */
  readonly edition: (number: number, day: string) => string
  readonly described: (title: string, organisation: string) => string
  readonly joined: (name: string, edition: string) => string
  /** Told above a text of which nobody knows whether it is still the right one. */
  readonly stale: (since: Date) => string
  /** Told above the text of a preview. */
  readonly previews: { readonly [K in 'edition' | 'candidate']: string }
  /** Told above the text of any edition but the one in force. */
  readonly notices: { readonly [S in Exclude<Standing, 'inForce'> | 'repealed']: string }
}

const months =
  'January February March April May June July August September October November December'.split(' ')

const timeIn = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Tokyo',
  })
  return (instant: Date) => format.format(instant)
}
const japaneseTime = timeIn('ja-JP')
const englishTime = (instant: Date) => `${timeIn('en-GB')(instant)} in Japan`

const ja: PageWords = {
  language: 'ja',
  skip: '本文へ移動',
  contents: '目次',
  languages: '言語',
  about: 'この版について',
  number: '版',
  kind: '区分',
  summary: '要旨',
  effectiveFrom: '施行日',
  recordedOn: '登録日',
  formats: 'ほかの形式',
  history: '版の履歴',
  inForce: '施行中の版を見る',
  day: (day) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${year}年${month}月${date}日`
  },
  of: (kind, number) => `第${number}版の${kind}`,
  edition: (number, day) => `第${number}版（${day}施行）`,
  described: (title, organisation) => `${organisation}の${title}`,
  joined: (name, edition) => `${name} ${edition}`,
  stale: (since) =>
    `データベースに接続できないため、${japaneseTime(since)}に確かめた版を表示しています。その後に公表された版は、まだ表示されません。`,
  previews: {
    candidate: 'プレビュー：公表前の本文です。内容は変わることがあり、効力はありません。',
    edition:
      'プレビュー：公表済みで、まだ施行されていない版です。施行日にはこのように表示されます。',
  },
  notices: {
    upcoming: 'この版は、まだ施行されていません。',
    past: 'この版は、過去のものです。現在は適用されていません。',
    corrected: 'この版は、のちに訂正されました。',
    withdrawn: 'この版は、施行前に取り下げられました。',
    repealed: 'このポリシーは廃止されました。廃止前の最後の版を掲載しています。',
  },
}

const en: PageWords = {
  language: 'en',
  skip: 'Skip to the text',
  contents: 'Contents',
  languages: 'Languages',
  about: 'About this edition',
  number: 'Edition',
  kind: 'Kind',
  summary: 'Summary',
  effectiveFrom: 'Effective',
  recordedOn: 'Recorded',
  formats: 'Other formats',
  history: 'All editions',
  inForce: 'Read the edition in force',
  day: (day) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${months[(month ?? 1) - 1]} ${date}, ${year}`
  },
  of: (kind, number) => `${kind} of edition ${number}`,
  edition: (number, day) => `Edition ${number}, effective ${day}`,
  described: (title, organisation) => `${title} of ${organisation}`,
  joined: (name, edition) => `${name}, ${edition}`,
  stale: (since) =>
    `The database cannot be reached: this is the edition as confirmed on ${englishTime(since)}. What was published since does not show yet.`,
  previews: {
    candidate:
      'Preview: this text has not been published. It may change, and nothing follows from it.',
    edition:
      'Preview: this edition was published and is not in force yet. On its day it will look like this.',
  },
  notices: {
    upcoming: 'This edition is not in force yet.',
    past: 'This is a past edition. It no longer applies.',
    corrected: 'This edition was corrected later.',
    withdrawn: 'This edition was withdrawn before it came into force.',
    repealed: 'This policy has been repealed. This is what it last said.',
  },
}

/** Languages that the page itself does not speak are framed in English. */
export function pageWords(locale: string): PageWords {
  return /^ja\b/i.test(locale) ? ja : en
}

/** What a language calls itself; its code, where the page has not heard of it. */
export function languageName(locale: string): string {
  return languageNames[locale] ?? locale
}

const languageNames: { readonly [locale: string]: string } = {
  ja: '日本語',
  en: 'English',
  ko: '한국어',
  zh: '中文',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
}
