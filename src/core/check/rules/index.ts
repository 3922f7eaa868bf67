import type { Rule } from '../rule.ts'
import { docDates } from './operator/doc-dates.ts'
import { docOlderThanLaw } from './operator/doc-older-than-law.ts'
import { docScrapeResidue } from './operator/doc-scrape-residue.ts'
import { docTitleVariants } from './operator/doc-title-variants.ts'
import { orgAddress } from './operator/org-address.ts'
import { orgName } from './operator/org-name.ts'
import { orgRepresentative } from './operator/org-representative.ts'
import { purposeJointGap } from './purposes/purpose-joint-gap.ts'
import { purposeListDrift } from './purposes/purpose-list-drift.ts'
import { purposeNotAPurpose } from './purposes/purpose-not-a-purpose.ts'
import { purposePresent } from './purposes/purpose-present.ts'
import { purposeProfiling } from './purposes/purpose-profiling.ts'
import { purposeVague } from './purposes/purpose-vague.ts'
import { sensitiveAddressed } from './purposes/sensitive-addressed.ts'

/** All rules, section by section. */
export const rules = [
  // A. The operator and the document
  orgName,
  orgAddress,
  orgRepresentative,
  docDates,
  docOlderThanLaw,
  docScrapeResidue,
  docTitleVariants,

  // B. Purposes
  purposePresent,
  purposeVague,
  purposeNotAPurpose,
  purposeProfiling,
  purposeListDrift,
  purposeJointGap,
  sensitiveAddressed,

  // C. Provision to third parties

  // D. Joint use

  // E. Rights, procedure, complaints

  // F. Security, cookies

  // G. Citations, names, references, terms

  // H. Text and structure
] as const satisfies readonly Rule[]
