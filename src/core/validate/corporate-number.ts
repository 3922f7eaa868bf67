import type { Words } from '../words.ts'
import { comparable } from './problem.ts'

/**
 * 法人番号: 13 digits, the first of which checks the other twelve (法人番号の指定等に関する省令2条). Half- or full-width.
 */
export function corporateNumberProblem(value: string): Words | null {
  const digits = comparable(value)
  if (/^T\d{13}$/.test(digits))
    return {
      ja: '法人番号は「T」を除いた13桁で入力してください（「T」が付くのはインボイスの登録番号です）。',
      en: 'Enter the corporate number without the “T”: 13 digits. With it, it is an invoice registration number.',
    }
  if (!/^\d{13}$/.test(digits))
    return {
      ja: '法人番号は13桁の数字で入力してください（記号や空白は入れません）。',
      en: 'Enter the corporate number as 13 digits, without signs or spaces.',
    }
  return Number(digits[0]) === checkDigit(digits.slice(1))
    ? null
    : {
        ja: '法人番号の検査用数字が合いません。国税庁法人番号公表サイトの番号と見比べて入力し直してください。',
        en: 'The check digit of the corporate number does not match. Compare it with the National Tax Agency’s site and enter it again.',
      }
}

/** 9 − (Σ Pn × Qn mod 9): Pn the n-th digit of the base from the right, Qn 1 for odd n and 2 for even n. */
function checkDigit(base: string): number {
  const sum = [...base]
    .toReversed()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0)
  return 9 - (sum % 9)
}
