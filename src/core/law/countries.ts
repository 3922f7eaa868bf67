import { countryCodes, countryWords } from '../validate/country.ts'

/** What policies call countries besides their names. */
const besides = [
  '米国',
  '合衆国',
  '英国',
  '豪州',
  '欧州',
  'EU',
  'EEA',
  '中国',
  '台湾',
  '香港',
  '韓国',
  '大韓民国',
  '中華人民共和国',
]

/** Whether a text, folded and without spaces, names a country other than Japan. */
export function namesCountry(text: string): boolean {
  return pattern.test(text)
}
const pattern = new RegExp(
  [...countryCodes.filter((code) => code !== 'JP').map((code) => countryWords(code).ja), ...besides]
    .map((name) => name.replace(/\s/gu, ''))
    .filter((name) => name.length > 1)
    .join('|'),
  'u',
)
