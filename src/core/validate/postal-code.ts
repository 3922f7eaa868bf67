import type { Words } from '../words.ts'
import { comparable } from './problem.ts'

/** 郵便番号 as printed: 3 + 4 digits, with or without 〒 and hyphen, half- or full-width. */
export function postalCodeProblem(value: string): Words | null {
  return /^〒?\s?\d{3}-?\d{4}$/.test(comparable(value))
    ? null
    : {
        ja: '郵便番号は「123-4567」のように7桁で入力してください。',
        en: 'Enter the postal code as 7 digits, such as 123-4567.',
      }
}
