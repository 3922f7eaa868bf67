import { type TermSpan, termSpansIn } from '../../terms.ts'
import type { Passage } from '../analysis.ts'
import { fact } from '../fact.ts'

/** A term where the text defines it: `start` and `end` enclose the term alone, in the printed text. */
export type DefinedAt = TermSpan & { readonly passage: Passage; readonly isCalled: boolean }

/** The terms that the text defines, in reading order. `isCalled`: by 以下「X」といいます, and not only explained. */
export const termsOf = fact(({ passages }): readonly DefinedAt[] =>
  passages.flatMap((passage) =>
    termSpansIn(passage.text, passage.plain).map((span) => ({
      ...span,
      start: passage.start + span.start,
      end: passage.start + span.end,
      passage,
      isCalled:
        /以下[^。]{0,30}[「『“"]$/u.test(
          passage.text.slice(Math.max(0, span.start - 32), span.start),
        ) ||
        /」(?:といい|とし)[^。]{0,30}「$/u.test(
          passage.text.slice(Math.max(0, span.start - 40), span.start),
        ),
    })),
  ),
)
