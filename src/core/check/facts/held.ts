import { fact } from '../fact.ts'
import { mayHoldIn } from '../text/lexicon.ts'

/** Whether the printed text may hold signs: asked before they are looked for, since most words of a list are nowhere. */
export const mayHold = fact(({ text }) => mayHoldIn(text))
