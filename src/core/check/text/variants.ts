import type { Range } from '../../render/printed.ts'
import type { Form, Spelling } from './spellings.ts'

/** A form that a text writes, and where. */
export type Written = { readonly form: Form; readonly places: readonly Range[] }
/** A word that a text writes in several ways, the commonest first. */
export type Variant = { readonly spelling: Spelling; readonly written: readonly Written[] }

const patterns = new WeakMap<Spelling, RegExp>()
function patternOf(spelling: Spelling): RegExp {
  const known = patterns.get(spelling)
  if (known) return known
  const all = spelling.forms.map(({ written, pattern }, i) => `(?<f${i}>${pattern ?? written})`)
  const made = new RegExp(all.join('|'), 'gu')
  patterns.set(spelling, made)
  return made
}

/** The words of a list that a text writes in more ways than one, places that are exempt aside. */
export function variantsIn(
  text: string,
  spellings: readonly Spelling[],
  isExempt: (start: number, end: number) => boolean = () => false,
): Variant[] {
  const found: Variant[] = []
  for (const spelling of spellings) {
    const places = spelling.forms.map((): Range[] => [])
    for (const match of text.matchAll(patternOf(spelling))) {
      const named = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)
      const form = Number(named?.[0].slice(1))
      if (isExempt(match.index, match.index + match[0].length)) continue
      places[form]?.push({ start: match.index, end: match.index + match[0].length })
    }
    const written = spelling.forms
      .map((form, i): Written => ({ form, places: places[i] ?? [] }))
      .filter((one) => one.places.length > 0)
    if (written.length < 2) continue
    written.sort(
      (a, b) =>
        b.places.length - a.places.length ||
        Number(b.form.written === spelling.preferred) -
          Number(a.form.written === spelling.preferred) ||
        (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0),
    )
    found.push({ spelling, written })
  }
  return found
}
