import type { SectionKind } from '../../document.ts'
import { fact } from '../fact.ts'

/** The matters that a privacy policy treats, each by the kinds of section that treat it. */
const matters: readonly (readonly SectionKind[])[] = [
  ['purposes', 'acquisition'],
  ['thirdPartyProvision', 'entrustment', 'jointUse', 'foreignTransfer'],
  ['safetyMeasures', 'ssl'],
  ['disclosure', 'correction', 'utilisationCease', 'procedure'],
  ['contact', 'complaints'],
]

/**
 * Whether this is a policy as a whole, and not one notice of several (a notice on joint use, a cookie policy, a basic
 * policy that leaves the rest to other pages): only of a whole can be said what is missing.
 */
export const isWhole = fact(({ document, sections, of }) => {
  const kinds = new Set(sections.map(({ node }) => node.kind))
  const treated = matters.filter((some) => some.some((kind) => kinds.has(kind))).length
  const statesPurposes = of('purpose').length > 0
  return document.children.length > 0 && treated >= 3 && (statesPurposes || treated >= 4)
})
