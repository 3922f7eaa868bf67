/** What is said of duties, where they are shown and where they are recorded. */
export type DutyWords = {
  readonly heading: string
  readonly told: string
  readonly raisedBy: string
  readonly nothing: string
  readonly how: string
  readonly met: string
  readonly waived: string
  readonly where: string
  readonly whereTold: string
  readonly when: string
  readonly leadDays: string
  readonly leadDaysTold: (days: number) => string
  readonly note: string
  readonly reason: string
  readonly copy: string
  readonly recorded: (count: number) => string
  readonly days: (days: number) => string
  readonly open: (count: number) => string
}

const ja: DutyWords = {
  heading: '法令上確認する事項',
  told: '公表の前に、それぞれの対応を記録してください。記録は版に残り、この事業者の利用者だけが見られます。',
  raisedBy: 'きっかけとなった変更',
  nothing: '—',
  how: '対応',
  met: '対応する（した）',
  waived: '対応不要とする',
  where: 'どこで・どのように',
  whereTold: '例: トップページのお知らせ、会員への電子メール、書面による同意の取得',
  when: '日（開始日）',
  leadDays: '予告期間（日）',
  leadDaysTold: (days) => `施行日までは${days}日です。`,
  note: '覚え書き',
  reason: '対応不要とする理由',
  copy: '前の事項と同じにする',
  recorded: (count) => `確認事項の記録 ${count} 件`,
  days: (days) => `予告期間 ${days} 日`,
  open: (count) => `記録していない事項 ${count} 件`,
}

const en: DutyWords = {
  heading: 'What the law may ask for',
  told: 'Record how each is met before you publish. The records are kept in the edition and seen by members of this organisation only.',
  raisedBy: 'Raised by',
  nothing: '—',
  how: 'How',
  met: 'It is met',
  waived: 'It need not be',
  where: 'Where or how',
  whereTold: 'Such as: the notice on the home page, an e-mail to members, consent in writing',
  when: 'From which day',
  leadDays: 'Lead days',
  leadDaysTold: (days) => `There are ${days} days until it is in force.`,
  note: 'Note',
  reason: 'Why it need not be met',
  copy: 'The same as above',
  recorded: (count) => `Duties recorded: ${count}`,
  days: (days) => `${days} lead days`,
  open: (count) => `Not recorded yet: ${count}`,
}

export const dutyWords = (language: string): DutyWords => (language === 'en' ? en : ja)
