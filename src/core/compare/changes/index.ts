import type { Matching } from '../matching.ts'
import type { Change, Subject } from './change.ts'
import { contacts } from './contacts.ts'
import { dates } from './dates.ts'
import { exceptions } from './exceptions.ts'
import { externalServices } from './external-services.ts'
import { type Facts, factsOf } from './facts.ts'
import { fees } from './fees.ts'
import { jointUseData, jointUsePurposes, jointUseStatements, partners } from './joint-use.ts'
import { measures } from './measures.ts'
import { operator, title } from './operator.ts'
import { procedures } from './procedures.ts'
import { purposes } from './purposes.ts'
import { sections } from './sections.ts'
import { texts } from './texts.ts'

export type { Change } from './change.ts'

/** Who finds the changes of each subject. A subject that nobody looks after does not compile. */
const finders = {
  title,
  operator,
  section: sections,
  purpose: (_, facts) => purposes(facts),
  exception: (_, facts) => exceptions(facts),
  partner: ({ ids }, facts) => partners(facts, ids === 'permanent'),
  jointUsePurpose: (_, facts) => jointUsePurposes(facts),
  jointUseData: (_, facts) => jointUseData(facts),
  jointUseStatement: jointUseStatements,
  // Told together with what else is said of joint use.
  responsibleOperator: () => [],
  measure: (_, facts) => measures(facts),
  contact: (_, facts) => contacts(facts),
  fee: (_, facts) => fees(facts),
  procedure: (_, facts) => procedures(facts),
  externalService: (_, facts) => externalServices(facts),
  date: (_, facts) => dates(facts),
  text: texts,
} satisfies { readonly [S in Subject]: (matching: Matching, facts: Facts) => readonly Change[] }

/** All changes, each once: a record that two lists print changes once, at its first place. */
export function changesOf(matching: Matching): readonly Change[] {
  const facts = factsOf(matching)
  const found = new Map<string, Change>()
  for (const find of Object.values(finders))
    for (const change of find(matching, facts)) {
      const { where, ...said } = change
      const place = change.of === 'section' || change.of === 'text' ? where : null
      const key = JSON.stringify([said, place])
      if (!found.has(key)) found.set(key, change)
    }
  return [...found.values()]
}
