import type { Range } from '../../render/printed.ts'
import { type Lexicon, lexicon, type MayHold, mayMeet, meetings } from './lexicon.ts'
import type { Form, Spelling } from './spellings.ts'

/** A form that a text writes, and where. */
export type Written = { readonly form: Form; readonly places: readonly Range[] }
/** A word that a text writes in several ways, the commonest first. */
export type Variant = { readonly spelling: Spelling; readonly written: readonly Written[] }

/** The forms of a spelling, each looked for by itself. */
const lexicons = new WeakMap<Spelling, readonly Lexicon<number>[]>()
function formsOf(spelling: Spelling): readonly Lexicon<number>[] {
  const known = lexicons.get(spelling)
  if (known) return known
  const made = spelling.forms.map(({ written, pattern }, i) => lexicon([[pattern ?? written, i]]))
  lexicons.set(spelling, made)
  return made
}

/** The words of a list that a text writes in more ways than one, places that are exempt aside. */
export function variantsIn(
  text: string,
  spellings: readonly Spelling[],
  mayHold: MayHold,
  isExempt: (start: number, end: number) => boolean = () => false,
): Variant[] {
  const found: Variant[] = []
  for (const spelling of spellings) {
    const held = formsOf(spelling).filter((form) => mayMeet(form, mayHold))
    if (held.length < 2) continue
    const places = spelling.forms.map((): Range[] => [])
    for (const { start, end, value } of meetings(text, held.flat(), mayHold))
      if (!isExempt(start, end)) places[value]?.push({ start, end })
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
