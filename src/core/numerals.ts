/** The ways a number is written in Japanese and English legal texts. `write` gives null beyond the last sign. */
export type Numerals = {
  readonly name: string
  readonly read: (text: string) => number | null
  readonly write: (ordinal: number) => string | null
}

const kanjiDigits = '〇一二三四五六七八九'
const kanjiUnits = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
] as const

/** 百二十三 → 123, and 二〇二三 → 2023. */
export function readKanji(text: string): number | null {
  if (/^[〇一二三四五六七八九]{2,4}$/.test(text))
    return Number([...text].map((sign) => kanjiDigits.indexOf(sign)).join(''))
  if (
    !/^(?:[一二三四五六七八九]?千)?(?:[一二三四五六七八九]?百)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?$/.test(
      text,
    ) ||
    text === ''
  )
    return null
  let rest = text
  let sum = 0
  for (const [unit, value] of kanjiUnits) {
    const at = rest.indexOf(unit)
    if (at < 0) continue
    sum += (at === 0 ? 1 : kanjiDigits.indexOf(rest.slice(0, at))) * value
    rest = rest.slice(at + 1)
  }
  return sum + (rest === '' ? 0 : kanjiDigits.indexOf(rest))
}

/** 123 → 百二十三. */
export function writeKanji(ordinal: number): string | null {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > 9999) return null
  let rest = ordinal
  let text = ''
  for (const [unit, value] of kanjiUnits) {
    const count = Math.floor(rest / value)
    if (count > 0) text += (count > 1 ? kanjiDigits.charAt(count) : '') + unit
    rest %= value
  }
  return text + (rest > 0 ? kanjiDigits.charAt(rest) : '')
}

/** Half- or full-width digits (mixed widths included) → a number. */
export function readDigits(text: string): number | null {
  const half = toHalfWidthDigits(text)
  return /^\d{1,4}$/.test(half) ? Number(half) : null
}

function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}
function toFullWidthDigits(text: string): string {
  return text.replace(/[0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

const romanSigns = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

export function writeRoman(ordinal: number): string | null {
  if (!inRange(ordinal)) return null
  let rest = ordinal
  let text = ''
  for (const [sign, value] of romanSigns)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}
/** No policy counts to 200 so, and words do: `mix`, `CD`. */
function readRoman(text: string): number | null {
  let rest = text
  let sum = 0
  for (const [sign, value] of romanSigns)
    while (rest.startsWith(sign)) {
      sum += value
      rest = rest.slice(sign.length)
    }
  return rest === '' && sum < 200 && writeRoman(sum) === text ? sum : null
}

/** Signs in their order, the first of which stands for one. */
function sequence(name: string, signs: string): Numerals {
  const list = [...signs]
  return {
    name,
    read: (text) => (text !== '' && list.indexOf(text) + 1) || null,
    write: (ordinal) => list[ordinal - 1] ?? null,
  }
}
function run(first: number, count: number): string {
  return String.fromCodePoint(...Array.from({ length: count }, (_, i) => first + i))
}
const inRange = (ordinal: number) => Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= 9999

/** Every family, the likelier first: `イ` is ア's second before it is the first of イロハ, `i` the ninth letter. */
export const numerals: readonly Numerals[] = [
  {
    name: 'arabic',
    read: (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : null),
    write: (ordinal) => (inRange(ordinal) ? String(ordinal) : null),
  },
  {
    name: 'fullWidth',
    read: (text) => (/^[１-９][０-９]{0,3}$/.test(text) ? readDigits(text) : null),
    write: (ordinal) => (inRange(ordinal) ? toFullWidthDigits(String(ordinal)) : null),
  },
  {
    name: 'mixedWidth',
    read: (text) => (/^[1-9１-９][\d０-９]{1,3}$/.test(text) ? readDigits(text) : null),
    write: (ordinal) => (inRange(ordinal) ? String(ordinal) : null),
  },
  {
    name: 'padded',
    read: (text) => (/^(?:0[1-9]|[1-9]\d)$/.test(text) ? Number(text) : null),
    write: (ordinal) => (inRange(ordinal) ? String(ordinal).padStart(2, '0') : null),
  },
  {
    name: 'paddedFullWidth',
    read: (text) => (/^(?:０[１-９]|[１-９][０-９])$/.test(text) ? readDigits(text) : null),
    write: (ordinal) =>
      inRange(ordinal) ? toFullWidthDigits(String(ordinal).padStart(2, '0')) : null,
  },
  { name: 'kanji', read: readKanji, write: writeKanji },
  sequence('circled', run(0x2460, 20) + run(0x3251, 15) + run(0x32b1, 15)),
  sequence('parenthesised', run(0x2474, 20)),
  sequence('dotted', run(0x2488, 20)),
  sequence('negativeCircled', run(0x2776, 10) + run(0x24eb, 10)),
  sequence('parenthesisedKanji', run(0x3220, 10)),
  sequence('circledKanji', run(0x3280, 10)),
  sequence('circledKatakana', run(0x32d0, 47)),
  sequence('parenthesisedLetter', run(0x249c, 26)),
  sequence(
    'katakana',
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  ),
  sequence(
    'iroha',
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  ),
  sequence('letter', run(0x61, 26)),
  sequence('capital', run(0x41, 26)),
  sequence('fullWidthLetter', run(0xff41, 26)),
  sequence('fullWidthCapital', run(0xff21, 26)),
  { name: 'roman', read: readRoman, write: writeRoman },
  {
    name: 'romanCapital',
    read: (text) => (text === text.toUpperCase() ? readRoman(text.toLowerCase()) : null),
    write: (ordinal) => writeRoman(ordinal)?.toUpperCase() ?? null,
  },
  sequence('romanSign', run(0x2170, 12)),
  sequence('romanSignCapital', run(0x2160, 12)),
]
