import { managerFacts, managerRule } from './manager-facts.ts'

export const juManagerAddress = managerRule('ju-manager-address', managerFacts.address)
