import type { ReferenceForm } from './document.ts'
import { numerals } from './numerals.ts'

/**
 * A numbering style is written as the label of number one looks, the space after it included: `第1条 `, `１　`,
 * `(1)`, `ア `. A style with several numbers (`2.1 `) counts by the last of them.
 */
export type Label = { readonly label: string; readonly style: string; readonly ordinal: number }

const space = '[ \\t\\u3000\\u00a0]'
const digits = '[0-9０-９]{1,3}'
const kanji = '[一二三四五六七八九十百]{1,5}'
const roman = '[ivxlc]{1,6}|[IVXLC]{1,6}'
const kana = '[ァ-ヺ]'
const letter = '[a-zA-Zａ-ｚＡ-Ｚ]'
const sign =
  '[\\u2460-\\u249b\\u249c-\\u24b5\\u2160-\\u216b\\u2170-\\u217b\\u24eb-\\u24f4\\u2776-\\u277f\\u3220-\\u3229\\u3251-\\u325f\\u3280-\\u3289\\u32b1-\\u32fe]'
/** What a label may stand behind: `- (1)`, `■１．`. */
const bullet = `(?:[-–—•●○◯◎■□◆◇▼▶★☆・･＊*]${space}*)?`
const bullets = new RegExp(`^(?:[-–—•●○◯◎■□◆◇▼▶★☆・･‣∙·＊*]${space}*)+`, 'u')

/** One pattern a shape: what stands before the numeral, the numeral, what stands after it. */
const shapes = [
  `(${bullet}第${space}?)(${digits}|${kanji})(${space}?[条章節編款部](?:の[0-9０-９一二三四五六七八九十]{1,3})*[.．:：]?)(?![のにをはがとでもへや、，。及又若並各第等])`,
  `(${bullet}第${space}?)(${digits}|${kanji})((?:${space}?[項号])?[.．:：]?(?=${space}|$)|${space}?[項号](?=[（(「【]))`,
  `(${bullet}(?:Article|ARTICLE|Section|SECTION|Clause|Chapter|CHAPTER|Part|Appendix) )(${digits}|${roman}|[A-Z])([.:]?(?=${space}|$))`,
  `(${bullet}[(（\\[［〔【<＜]${space}?)(${digits}|${kanji}|${roman}|${kana}|${letter})(${space}?[)）\\]］〕】>＞][.．]?)`,
  `(${bullet}(?:${digits}[.．\\-－‐–−ー])+)(${digits})([.．]?(?=${space}))`,
  `(${bullet})(${digits}|${kanji})([.．](?![0-9０-９])|[、:：)）]|(?=${space}|$))`,
  `(${bullet})(${kana})([.．:：)）]|(?=${space}))`,
  `(${bullet})(${roman}|${letter})([.．](?![a-zA-Z])|[)）])`,
  `(${bullet})(${sign})([.．]?)`,
].map((shape) => new RegExp(`^${shape}(${space}*)`, 'u'))

/** Every reading of the label that a text starts with, the likeliest first. */
function* readings(text: string): Generator<Label & { write(ordinal: number): string | null }> {
  const start = text.slice(0, 64)
  for (const shape of shapes) {
    const match = shape.exec(start)
    if (!match) continue
    const [label, before = '', numeral = '', after = '', gap = ''] = match
    for (const family of numerals) {
      const ordinal = family.read(numeral)
      const one = family.write(1)
      if (ordinal === null || one === null) continue
      const around = (sign: string) => before + sign + after + gap
      // `Article i` counts in roman numbers only: `Article a` is no label.
      if (shape.exec(around(one))?.[0] !== around(one)) continue
      yield {
        label,
        style: around(one),
        ordinal,
        write: (n) => {
          const sign = family.write(n)
          return sign === null ? null : around(sign)
        },
      }
    }
  }
}

/**
 * The numbered label at the start of a line, with the space after it; null where there is none. A sign that two
 * styles share (`イ` in アイウ and イロハ, `i` in abc and roman) is read as `expected` where it can be.
 */
export function readLabel(text: string, expected?: string): Label | null {
  let first: Label | null = null
  for (const { label, style, ordinal } of readings(text)) {
    if (expected === undefined || style.trim() === expected.trim()) return { label, style, ordinal }
    first ??= { label, style, ordinal }
  }
  return first
}

/** The label in every style that can be read from it, the likeliest first: `イ` counts in アイウ and in イロハ. */
export function readLabels(text: string): readonly Label[] {
  return [...readings(text)].map(({ label, style, ordinal }) => ({ label, style, ordinal }))
}

/** The label of a number in a style: the inverse of `readLabel`. */
export function formatLabel(style: string, ordinal: number): string {
  for (const reading of readings(style)) {
    if (reading.label !== style || reading.ordinal !== 1) continue
    const label = reading.write(ordinal)
    if (label === null)
      throw new RangeError(`Expected a number that \`${style}\` can count to, not \`${ordinal}\``)
    return label
  }
  throw new RangeError(`Expected a numbering style such as \`第1条 \` or \`(1)\`, not \`${style}\``)
}

/** A printed label as its bullets and the number behind them: `■１．` is ■ and `１．`, `◆ ` a bullet alone. */
export function splitLabel(label: string): { readonly bullet?: string; readonly number: string } {
  const bullet = bullets.exec(label)?.[0]
  return bullet ? { bullet, number: label.slice(bullet.length) } : { number: label }
}

/** A label as a reference cites it: no bullet, no space, no full stop. */
export function bareLabel(label: string): string {
  return label
    .trim()
    .replace(/^[-–—•●○◯◎■□◆◇▼▶★☆・･＊*][ \t\u3000\u00a0]*/u, '')
    .replace(/[.．、:：]+$/u, '')
}

/** The unit that a label counts, as 前条 or 次項 name it; bare numbers count 項, bracketed ones 号. */
function unitOf(label: string): string | null {
  const named = /[条項号章節編款部]/u.exec(label)
  if (named) return named[0]
  const bare = bareLabel(label)
  if (bare === '') return null
  return /^[0-9０-９]/u.test(bare) ? '項' : '号'
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}第条]/u

/** What a reference of a form prints for its target. */
export function referenceText(
  form: ReferenceForm,
  target: { readonly number: string; readonly heading: string },
): string {
  const { number, heading } = target
  const english = /[A-Za-z]{2}/u.test(number + heading) && !japanese.test(number + heading)
  const quoted = (text: string) => (english ? `“${text}”` : `「${text}」`)
  switch (form) {
    case 'number':
      return bareLabel(number)
    case 'heading':
      return heading
    case 'quotedHeading':
      return quoted(heading)
    case 'numberAndHeading':
      return number + heading
    case 'quotedNumberAndHeading':
      return quoted(number + heading)
    case 'previous':
    case 'next':
      return neighbour(form, number, english)
  }
}

function neighbour(form: 'previous' | 'next', number: string, english: boolean): string {
  if (english) {
    const noun = /^[A-Z][a-z]+/.exec(number)?.[0] ?? 'Section'
    return `the ${form === 'previous' ? 'preceding' : 'following'} ${noun}`
  }
  const unit = unitOf(number)
  if (unit === null)
    throw new RangeError(`Expected a numbered target for \`${form}\`, not \`${number}\``)
  return (form === 'previous' ? '前' : '次') + unit
}
