import { rules } from '../check/rules/index.ts'
import { likeness, profileOf } from '../compare/likeness.ts'
import type { Words } from '../words.ts'

/** The id of a rule of the checker; another is answered with those that it may have meant. */
export function ruleIdProblem(value: string): Words | null {
  if (rules.some(({ id }) => id === value)) return null
  const asked = profileOf(value)
  const nearest = rules
    .map(({ id }) => ({ id, like: likeness(asked, profileOf(id)) }))
    .toSorted((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ id }) => id)
  return {
    ja: `点検の規則「${value}」はありません。次のような規則から選んでください: ${nearest.join('、')}`,
    en: `There is no rule \`${value}\`. Choose one such as: ${nearest.join(', ')}.`,
  }
}
