import type { Rule } from '../rule.ts'
import { orgName } from './operator/org-name.ts'

/** All rules, in the order of the sections in which the law treats their matter. */
export const rules = [
  // A. The operator and the document
  orgName,
  // B. Purposes

  // C. Provision to third parties

  // D. Joint use

  // E. Rights, procedure, complaints

  // F. Security, cookies

  // G. Citations, names, references, terms

  // H. Text and structure
] as const satisfies readonly Rule[]
