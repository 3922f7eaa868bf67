import type { Words } from '../core/words.ts'

/** The language of the terminal: Japanese where the environment says so. */
export const language: 'ja' | 'en' = /^ja/i.test(
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '',
)
  ? 'ja'
  : 'en'

export const say = (words: Words): string => words[language]
