import type { Words } from '../words.ts'

/** Words in a row, as a message lists them: 「生命」「身体」, “life”, “body”. */
export function quoted(words: readonly string[]): Words {
  return {
    ja: words.map((word) => `「${word}」`).join(''),
    en: words.map((word) => `“${word}”`).join(', '),
  }
}

/** Things in a row: 氏名・住所, the name, the address. */
export function listed(things: readonly Words[]): Words {
  return {
    ja: things.map(({ ja }) => ja).join('、'),
    en: things.map(({ en }) => en).join(', '),
  }
}
