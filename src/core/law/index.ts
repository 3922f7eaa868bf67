import { bodyNamedIn, desksOn } from './accredited-bodies.ts'
import { movedTo, placesOf, staleSince, topicsAt } from './articles.ts'
import { breachEventsOn } from './breaches.ts'
import { clausesOf, clausesOn, missingIn } from './clauses.ts'
import { commencementsBetween } from './commencements.ts'
import { jointUseFactsOn } from './joint-use-facts.ts'
import { renamesBy } from './renames.ts'

/** The law as questions, each asked as of a day; handed to the checker, so that it can be given another. */
export const law = {
  placesOf,
  topicsAt,
  movedTo,
  staleSince,
  clausesOn,
  clausesOf,
  missingIn,
  breachEventsOn,
  jointUseFactsOn,
  renamesBy,
  bodyNamedIn,
  desksOn,
  commencementsBetween,
}
export type Law = typeof law
