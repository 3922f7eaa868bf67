import type { Validator } from './problem.ts'

/** Why a finding is left as it is: words that somebody else can weigh later. */
export const reasonProblem: Validator = (value) =>
  /\p{L}.*\p{L}/su.test(value)
    ? null
    : {
        ja: '理由を言葉で書いてください（例: 届出の様式に合わせた表記のため）。',
        en: 'Say why, in words (such as: the wording follows the filed form).',
      }
