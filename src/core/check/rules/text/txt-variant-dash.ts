import type { Rule } from '../../rule.ts'
import { wordsAround } from '../../text/around.ts'

/** Between digits: MINUS SIGN, horizontal bars, the long vowel of katakana. */
const lookAlike = /(?<=[0-9０-９])[\u2212\u2014\u2015\u30fc\u2500](?=[0-9０-９])/gu
const names: { readonly [sign: string]: string } = {
  '\u2212': 'U+2212 MINUS SIGN',
  '\u2014': 'U+2014 EM DASH',
  '\u2015': 'U+2015 HORIZONTAL BAR',
  '\u2500': 'U+2500 BOX DRAWINGS',
  '\u30fc': 'U+30FC 長音記号',
}

export const txtVariantDash: Rule = {
  id: 'txt-variant-dash',
  title: { ja: '番地・番号の線', en: 'Dashes in addresses and numbers' },
  severity: 'info',
  basis: null,
  anyLanguage: true,
  *check({ text }) {
    const places = [...text.matchAll(lookAlike)].map(({ index }) => ({
      start: index,
      end: index + 1,
    }))
    const [first] = places
    if (!first) return
    const around = places.map((place) => wordsAround(text, digitsAround(text, place)))
    const signs = [...new Set(places.map(({ start }) => text.charAt(start)))]
    yield {
      at: digitsAround(text, first),
      evidence: around.slice(0, 20).map(({ start, end }) => text.slice(start, end)),
      message: {
        ja: `数字の間の線がハイフンではありません（${signs.map((sign) => `「${sign}」${names[sign]}`).join('、')}、${places.length}か所）。検索や読み上げで番号として扱われないことがあります。ハイフンに改めてください。`,
        en: `The line between digits is no hyphen (${signs.map((sign) => `“${sign}” ${names[sign]}`).join(', ')}; ${places.length} places), so searches and screen readers may not take it for a number. Use a hyphen.`,
      },
      fix: {
        title: { ja: 'ハイフンに改める', en: 'Use hyphens' },
        edits: places.map(({ start, end }) => ({
          start,
          end,
          text: text.slice(start, end),
          replacement: /[０-９]/u.test(text.charAt(start - 1)) ? '－' : '-',
        })),
      },
    }
  },
}

function digitsAround(text: string, { start, end }: { start: number; end: number }) {
  const before = /[0-9０-９\u2212\u2014\u2015\u30fc\u2500－-]*$/u.exec(
    text.slice(Math.max(0, start - 20), start),
  )
  const after = /^[0-9０-９\u2212\u2014\u2015\u30fc\u2500－-]*/u.exec(text.slice(end, end + 20))
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) }
}
