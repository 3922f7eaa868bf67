import { numerals, writeKanji, writeRoman } from '../../numerals.ts'

/** How a number of a list prints, by the name that Word gives the format (ECMA-376-1, 17.18.59). */
type Write = (ordinal: number) => string

/** The signs of a family of the core's; past its last sign the plain number, as Word prints it. */
function family(name: string): Write {
  const found = numerals.find((one) => one.name === name)
  if (!found) throw new RangeError(`Expected a family of numerals, not \`${name}\``)
  return (ordinal) => found.write(ordinal) ?? String(ordinal)
}

/** Signs that start over doubled: a … z, aa, bb. */
function repeating(signs: readonly string[]): Write {
  return (ordinal) => {
    if (ordinal < 1) return String(ordinal)
    const sign = signs[(ordinal - 1) % signs.length] ?? ''
    return sign.repeat(Math.min(50, Math.floor((ordinal - 1) / signs.length) + 1))
  }
}

function run(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => String.fromCodePoint(first + i))
}

const aiueo = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
]
const iroha = [
  ...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
]
const halfWidth = new Map(
  [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'].map((sign) => [
    sign.normalize('NFKC'),
    sign,
  ]),
)
/** ヰ and ヱ have no half-width sign. */
const narrow = (signs: readonly string[]) => signs.map((sign) => halfWidth.get(sign) ?? sign)

function digits(signs: string): Write {
  return (ordinal) => String(ordinal).replace(/\d/g, (digit) => signs.charAt(Number(digit)))
}

function legalKanji(ordinal: number): string {
  const plain = '一二三十百千'
  const legal = '壱弐参拾百千'
  const text = writeKanji(ordinal) ?? String(ordinal)
  const counted = text.replace(/(^|[^一二三四五六七八九])([十百千])/gu, '$1一$2')
  return [...counted].map((sign) => legal.charAt(plain.indexOf(sign)) || sign).join('')
}

/** Word prints nothing for zero, and no more than the greatest. */
const roman: Write = (ordinal) => writeRoman(Math.min(ordinal, 9999)) ?? ''

function ordinalEnglish(ordinal: number): string {
  const teens = ordinal % 100 >= 11 && ordinal % 100 <= 13
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][ordinal % 10] ?? 'th')
  return `${ordinal}${ending}`
}

const fullWidth = digits('０１２３４５６７８９')
const kanji: Write = (ordinal) => writeKanji(ordinal) ?? String(ordinal)
const ideographs = digits('〇一二三四五六七八九')

const formats: { readonly [name: string]: Write } = {
  none: () => '',
  bullet: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (ordinal) => String(ordinal).padStart(2, '0'),
  numberInDash: (ordinal) => `- ${ordinal} -`,
  hex: (ordinal) => ordinal.toString(16).toUpperCase(),
  ordinal: ordinalEnglish,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (ordinal) => (ordinal <= 20 ? family('circled')(ordinal) : `${ordinal}`),
  decimalEnclosedCircleChinese: family('circled'),
  decimalEnclosedFullstop: family('dotted'),
  decimalEnclosedParen: family('parenthesised'),
  upperRoman: (ordinal) => roman(ordinal).toUpperCase(),
  lowerRoman: roman,
  upperLetter: repeating(run(0x41, 26)),
  lowerLetter: repeating(run(0x61, 26)),
  aiueo: repeating(narrow(aiueo)),
  aiueoFullWidth: repeating(aiueo),
  iroha: repeating(narrow(iroha)),
  irohaFullWidth: repeating(iroha),
  japaneseCounting: kanji,
  japaneseLegal: legalKanji,
  japaneseDigitalTenThousand: ideographs,
  ideographDigital: ideographs,
  ideographEnclosedCircle: family('circledKanji'),
  ideographTraditional: repeating([...'甲乙丙丁戊己庚辛壬癸']),
  ideographZodiac: repeating([...'子丑寅卯辰巳午未申酉戌亥']),
  chineseCounting: kanji,
  chineseCountingThousand: kanji,
  taiwaneseCounting: kanji,
  taiwaneseCountingThousand: kanji,
  taiwaneseDigital: ideographs,
  koreanDigital2: ideographs,
  chicago: repeating(['*', '†', '‡', '§']),
}

export function knowsFormat(name: string): boolean {
  return Object.hasOwn(formats, name)
}

/** A number in a format; in a format not known here as plain digits. */
export function writeNumber(name: string, ordinal: number): string {
  const write = knowsFormat(name) ? formats[name] : undefined
  return (write ?? String)(ordinal)
}

/** A format that shows how its numbers look: `001, 002, 003, ...`. */
export function writeCustom(example: string, ordinal: number): string {
  const [first = ''] = example.split(',')
  return String(ordinal).padStart(first.trim().length, '0')
}
