import { type Exempt, variantOf } from './variant-of.ts'

/** Cookie（クッキー） says that both are one. */
const glosses: Exempt =
  ({ text }) =>
  (start, end) =>
    /^ ?[(（](?:クッキー|Cookies?|cookies?|ウェブ|Web)[)）]/u.test(text.slice(end, end + 12)) ||
    (/[(（]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
      /^[)）]/u.test(text.slice(end, end + 1)))

export const txtVariantLoanword = variantOf(
  'loanword',
  { ja: '外来語の表記', en: 'Loanwords written in two ways' },
  glosses,
)
