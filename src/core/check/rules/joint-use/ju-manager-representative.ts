import { managerFacts, managerRule } from './manager-facts.ts'

export const juManagerRepresentative = managerRule(
  'ju-manager-representative',
  managerFacts.representative,
)
