import type { Words } from '../../../words.ts'
import type { Analysis } from '../../analysis.ts'
import { mayHold } from '../../facts/held.ts'
import type { Draft, Rule } from '../../rule.ts'
import { wordsAround } from '../../text/around.ts'
import { type SpellingKind, spellings } from '../../text/spellings.ts'
import { type Variant, variantsIn } from '../../text/variants.ts'

/** A rule for the words of one kind that are written in several ways: one finding a word, with all its rarer places. */
export function variantOf(
  kind: SpellingKind,
  title: Words,
  isExempt: Exempt = () => () => false,
): Rule {
  const ofKind = spellings.filter((spelling) => spelling.kind === kind)
  return {
    id: `txt-variant-${kind}`,
    title,
    severity: 'info',
    basis: null,
    *check(analysis) {
      for (const variant of variantsIn(
        analysis.text,
        ofKind,
        mayHold(analysis),
        isExempt(analysis),
      ))
        yield draftOf(variant, analysis.text)
    },
  }
}
/** Places that count neither for nor against: statutory wording, a gloss. */
export type Exempt = (analysis: Analysis) => (start: number, end: number) => boolean

function draftOf({ spelling, written }: Variant, text: string): Draft {
  const [common, ...rare] = written
  const places = rare.flatMap(({ places }) => places).map((place) => wordsAround(text, place))
  places.sort((a, b) => a.start - b.start)
  const [first] = places
  if (!common || !first) throw new RangeError('Expected a word that is written in two ways')
  const name = common.form.written
  const { preferred } = spelling
  const counts = written
    .map(({ form, places }) => `「${form.written}」${places.length}か所`)
    .join('、')
  const englishCounts = written
    .map(({ form, places }) => `「${form.written}」 ×${places.length}`)
    .join(', ')
  const advice =
    preferred !== undefined && preferred !== name
      ? {
          ja: `どちらかにそろえてください（公用文の表記は「${preferred}」です）。`,
          en: `Use one of them (official texts write 「${preferred}」).`,
        }
      : { ja: `「${name}」にそろえてください。`, en: `Use 「${name}」 throughout.` }
  return {
    at: first,
    evidence: places.slice(0, 20).map(({ start, end }) => text.slice(start, end)),
    message: {
      ja: `表記が混在しています（${counts}）。${advice.ja}`,
      en: `The same word is written in several ways (${englishCounts}). ${advice.en}`,
    },
  }
}
