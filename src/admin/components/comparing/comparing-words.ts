/** What the screen for comparing says. */
export type ComparingWords = {
  readonly loading: string
  readonly told: string
  readonly before: string
  readonly after: string
  readonly workingCopy: string
  readonly edition: (number: number, day: string) => string
  readonly day: string
  readonly dayTold: string
  readonly locale: string
  readonly languages: { readonly [language: string]: string }
  readonly none: string
  readonly changes: (count: number) => string
  readonly what: string
  readonly was: string
  readonly is: string
  readonly law: string
  readonly record: string
  readonly open: string
  readonly nothing: string
  readonly duties: string
  readonly publish: string
  readonly table: string
  readonly downloads: string
}

const ja: ComparingWords = {
  loading: '比べています…',
  told: '左で選んだ版から何が変わったかを示します。公表前の作業中の版との比較は、この事業者の利用者だけが見られます。',
  before: '改正前',
  after: '改正後',
  workingCopy: '作業中の版',
  edition: (number, day) => `第${number}版（${day} 施行）`,
  day: '施行日',
  dayTold: '作業中の版が施行される日です。',
  locale: '言語',
  languages: { ja: '日本語', en: '英語' },
  none: '変更はありません。',
  changes: (count) => `変更 ${count} 件`,
  what: '何が',
  was: '改正前',
  is: '改正後',
  law: '確認事項',
  record: '編集画面',
  open: '開く',
  nothing: '—',
  duties: '法令上確認する事項',
  publish: '対応は、公表の画面で記録します。',
  table: '新旧対照表',
  downloads: 'ファイルにする',
}

const en: ComparingWords = {
  loading: 'Comparing …',
  told: 'What has changed since the edition on the left. Only members of this organisation see a comparison with the working copy.',
  before: 'Before',
  after: 'After',
  workingCopy: 'The working copy',
  edition: (number, day) => `Edition ${number} (in force from ${day})`,
  day: 'In force from',
  dayTold: 'The day from which the working copy would hold.',
  locale: 'Language',
  languages: { ja: 'Japanese', en: 'English' },
  none: 'Nothing has changed.',
  changes: (count) => `Changes: ${count}`,
  what: 'What',
  was: 'Before',
  is: 'After',
  law: 'Law',
  record: 'Record',
  open: 'Open',
  nothing: '—',
  duties: 'What the law may ask for',
  publish: 'How each is met is recorded where the policy is published.',
  table: 'Comparison table',
  downloads: 'As a file',
}

export const comparingWords = (language: string): ComparingWords => (language === 'en' ? en : ja)
