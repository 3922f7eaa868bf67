import type { PickableChange } from '../../../core/partial/index.ts'

/** What the list of changes says where a policy is published. */
export type PartWords = {
  readonly legend: string
  readonly told: (number: number, day: string) => string
  readonly all: string
  readonly none: string
  readonly heldBack: (count: number) => string
  readonly nothing: string
  readonly needs: string
  readonly neededBy: string
  readonly join: string
  readonly absent: string
  readonly more: (count: number) => string
  readonly changes: { readonly [C in PickableChange['change']]: string }
}

const ja: PartWords = {
  legend: 'この版に入れる変更',
  told: (number, day) =>
    `外した変更は作業中の版に残り、公表する本文では第${number}版（${day} 施行）のままです。番号と参照は、入れた変更だけで付け直します。`,
  all: 'すべて入れる',
  none: 'すべて外す',
  heldBack: (count) => `${count}件の変更を見送ります。`,
  nothing: '変更が選ばれていません。1つ以上選んでください。',
  needs: 'あわせて入れる変更：',
  neededBy: 'これを外すと、あわせて外れる変更：',
  join: '、',
  absent: '（なし）',
  more: (count) => `ほか${count}件`,
  changes: { added: '追加', removed: '削除', changed: '変更', moved: '移動' },
}

const en: PartWords = {
  legend: 'Changes in this edition',
  told: (number, day) =>
    `What you leave out stays in the working copy; the text keeps there what edition ${number} (in force from ${day}) says. Numbers and references follow what is in.`,
  all: 'All of them',
  none: 'None of them',
  heldBack: (count) => `${count === 1 ? 'One change is' : `${count} changes are`} held back.`,
  nothing: 'No change is picked. Pick one at least.',
  needs: 'Goes along with it: ',
  neededBy: 'Is left out along with it: ',
  join: ', ',
  absent: '(nothing)',
  more: (count) => `${count} more`,
  changes: { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved' },
}

export const partWords = (language: 'ja' | 'en'): PartWords => (language === 'ja' ? ja : en)
