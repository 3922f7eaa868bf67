import type { ExceptionClause, ExceptionScope } from '../../document.ts'
import { key } from '../../fold.ts'
import type { Range } from '../../render/printed.ts'
import type { SectionPlace } from '../analysis.ts'
import { fact } from '../fact.ts'

/** An exception where it prints, without its marker. */
export type ExceptionPlace = Range & {
  readonly node: ExceptionClause
  readonly section: SectionPlace | null
  readonly key: string
}

const all = fact(({ of }) =>
  of('exceptionClause').map(
    ({ node, start, end, section }): ExceptionPlace => ({
      node,
      start: start + (node.marker?.length ?? 0),
      end,
      section,
      key: key(node.text),
    }),
  ),
)

/** The exceptions from provision, of refusal or for cease of use, in reading order. */
export const exceptionsOf = {
  provision: fact((analysis) => ofScope(all(analysis), 'third-party-provision')),
  refusal: fact((analysis) => ofScope(all(analysis), 'disclosure-refusal')),
  cease: fact((analysis) => ofScope(all(analysis), 'utilisation-cease')),
}

function ofScope(places: readonly ExceptionPlace[], scope: ExceptionScope): ExceptionPlace[] {
  return places.filter(({ node }) => node.appliesTo === scope)
}
