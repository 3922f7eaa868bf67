import { termSpansIn } from '../terms.ts'
import type { Context } from './context.ts'
import { dateSpans } from './dates.ts'
import { exceptionSpans } from './exceptions.ts'
import { contactSpans } from './inline-contacts.ts'
import { jointUseFact, jointUseSpans, labelsItself, topicAt } from './joint-use.ts'
import { lawSpans } from './laws.ts'
import { measureSpans } from './measures.ts'
import type { Span } from './phrases.ts'
import { feeSpans } from './procedures.ts'
import { purposeSpans } from './purposes.ts'
import { referenceSpans } from './references.ts'
import { serviceSpans } from './services.ts'
import { isSentence } from './shape.ts'
import { valueSpans } from './values.ts'

/** All that a line of running text holds beside words. */
export function spansIn(text: string, context: Context, place: number): Span[] {
  return [
    ...contactSpans(text, context, place),
    ...exceptionSpans(text, context, place),
    ...measureSpans(text, context, place),
    ...jointUseSpans(text, context, place),
    ...purposeSpans(text, context, place),
    ...factSpan(text, context, place),
    ...serviceSpans(text, context),
    ...feeSpans(text, context),
    ...plainSpans(text, context),
  ]
}

/** What any text can hold, whatever it is about. */
export function plainSpans(text: string, context: Context, signature = false): Span[] {
  return [
    ...termSpans(text),
    ...dateSpans(text),
    ...lawSpans(text),
    ...referenceSpans(text, context.section, context.index),
    ...valueSpans(text, context.organisation, signature),
  ]
}

function termSpans(text: string): Span[] {
  return termSpansIn(text).map(({ start, end, term, meaning }) => ({
    start,
    end,
    node: { type: 'definedTerm', term, meaning },
    weight: 72,
  }))
}

/** A paragraph in a section on joint use that is one of its facts. */
function factSpan(text: string, context: Context, place: number): Span[] {
  if (context.kind !== 'jointUse' || labelsItself(text)) return []
  const topic = topicAt(context)
  if (topic === null || topic === 'scope' || isSentence(text)) return []
  const node = jointUseFact(text, topic, context, place)
  return node ? [{ start: 0, end: text.length, node, weight: 78 }] : []
}
