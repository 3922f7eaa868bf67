import { LevelFormat, LevelSuffix, type NumberingDefinition, Tab, TextRun } from 'docx'
import { widthOf } from '../hanging.ts'
import type { CountedNumerals, MarkerRun } from '../paper/index.ts'

/** What Word calls the way in which we count (ST_NumberFormat, ECMA-376 17.18.59). */
const formats = {
  arabic: LevelFormat.DECIMAL,
  fullWidth: LevelFormat.DECIMAL_FULL_WIDTH,
  padded: LevelFormat.DECIMAL_ZERO,
  kanji: LevelFormat.JAPANESE_COUNTING,
  circled: LevelFormat.DECIMAL_ENCLOSED_CIRCLE,
  parenthesised: LevelFormat.DECIMAL_ENCLOSED_PARENTHESES,
  dotted: LevelFormat.DECIMAL_ENCLOSED_FULLSTOP,
  katakana: LevelFormat.AIUEO_FULL_WIDTH,
  iroha: LevelFormat.IROHA_FULL_WIDTH,
  letter: LevelFormat.LOWER_LETTER,
  capital: LevelFormat.UPPER_LETTER,
  roman: LevelFormat.LOWER_ROMAN,
  romanCapital: LevelFormat.UPPER_ROMAN,
} satisfies { [K in CountedNumerals]: string }

/** How a paragraph gets its printed number: as Word's own, or as text. */
type Label = {
  readonly numbering?: { readonly reference: string; readonly level: 0 }
  readonly literal: readonly TextRun[]
}
export type Numbered = {
  readonly definitions: NumberingDefinition[]
  readonly label: (number: string, run: MarkerRun | null, hang: number) => Label
}

export function numberings(): Numbered {
  const definitions: NumberingDefinition[] = []
  const references = new Map<MarkerRun, string>()
  const referenceOf = (run: MarkerRun, hang: number): string => {
    const known = references.get(run)
    if (known) return known
    const reference = `run-${definitions.length + 1}`
    references.set(run, reference)
    definitions.push(definitionOf(reference, run, hang))
    return reference
  }
  return {
    definitions,
    label: (number, run, hang) => {
      if (number === '') return { literal: [] }
      // In Word's text of a level, % begins a number, and a private character is one of the font Symbol.
      if (run && !/[%\p{Co}]/u.test(textOf(run)))
        return { numbering: { reference: referenceOf(run, hang), level: 0 }, literal: [] }
      const { text, suffix } = suffixOf(number, hang)
      return {
        literal:
          suffix === LevelSuffix.TAB
            ? [new TextRun({ children: [text, new Tab()] })]
            : [new TextRun({ text: number })],
      }
    },
  }
}

const textOf = (run: MarkerRun) => (run.counts === 'nothing' ? run.sign : run.before + run.after)

function definitionOf(reference: string, run: MarkerRun, hang: number): NumberingDefinition {
  const printed = run.counts === 'nothing' ? run.sign : `${run.before}%1${run.after}`
  const { text, suffix } = suffixOf(printed, hang)
  return {
    reference,
    levels: [
      {
        level: 0,
        format: run.counts === 'nothing' ? LevelFormat.BULLET : formats[run.counts],
        text,
        suffix,
        start: run.counts === 'nothing' ? 1 : run.first,
      },
    ],
  }
}

/**
 * What follows a marker: a tab, where the lines hang further than the marker reaches; else the space that it ends
 * with. Word has one between number and text on its own (`space`), half-width only.
 */
function suffixOf(marker: string, hang: number) {
  const text = marker.replace(/[ \u3000\u00a0]+$/u, '')
  if (widthOf(text) < hang) return { text, suffix: LevelSuffix.TAB }
  return marker === `${text} `
    ? { text, suffix: LevelSuffix.SPACE }
    : { text: marker, suffix: LevelSuffix.NOTHING }
}
