import type { Words } from '../words.ts'
import { comparable } from './problem.ts'

/**
 * A telephone number as printed, in half- or full-width, with a note in brackets after it: 03-1234-5678（代表）,
 * 03(1234)5678, 0120-123-456, +81-3-1234-5678, +81 (0)3 1234 5678; of other countries in the form of E.164.
 */
export function telephoneProblem(value: string): Words | null {
  const number = withoutNote(comparable(value))
  const digits = number.replaceAll(/[\s().-]/g, '')
  return isWritten(number) && isNumber(digits)
    ? null
    : {
        ja: '電話番号は「03-1234-5678」「0120-123-456」「+81-3-1234-5678」のように、市外局番から入力してください。',
        en: 'Enter the telephone number with its area code, such as 03-1234-5678, 0120-123-456 or +81-3-1234-5678.',
      }
}

/** Without what the last brackets say, when that is more than digits. */
function withoutNote(text: string): string {
  const start = text.endsWith(')') ? text.lastIndexOf('(') : -1
  return start >= 0 && /[^\d)]/.test(text.slice(start + 1)) ? text.slice(0, start).trimEnd() : text
}

/** Digits, in groups that hyphens, dots, spaces or one pair of brackets part. */
const isWritten = (number: string): boolean =>
  number.length <= 100 && /^\+?\d*(?:[ .-]?\(\d+\))?(?:[ .-]?\d)+$/.test(number)

function isNumber(digits: string): boolean {
  if (digits.startsWith('+81')) return isDomestic(`0${digits.slice(3).replace(/^0/, '')}`)
  if (digits.startsWith('+')) return /^\+[1-9]\d{7,14}$/.test(digits)
  return isDomestic(digits)
}

/**
 * 電気通信番号計画: 10 digits from 0; 11 for mobile and IP telephones (050 to 090) and for 0800. Those have no
 * numbers of 10 digits.
 */
function isDomestic(digits: string): boolean {
  return /^0[5-9]0/.test(digits) ? /^0[5-9]0[0-9]\d{7}$/.test(digits) : /^0[1-9]\d{8}$/.test(digits)
}
