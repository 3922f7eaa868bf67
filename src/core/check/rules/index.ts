import type { Rule } from '../rule.ts'
import { citeStaleArticle } from './citations/cite-stale-article.ts'
import { citeStaleAuthority } from './citations/cite-stale-authority.ts'
import { linkMissing } from './citations/link-missing.ts'
import { nameRenamed } from './citations/name-renamed.ts'
import { termDefinitionQuality } from './citations/term-definition-quality.ts'
import { termUndefined } from './citations/term-undefined.ts'
import { xrefBroken } from './citations/xref-broken.ts'
import { juAsofStale } from './joint-use/ju-asof-stale.ts'
import { juConcrete } from './joint-use/ju-concrete.ts'
import { juCore } from './joint-use/ju-core.ts'
import { juItemUncollected } from './joint-use/ju-item-uncollected.ts'
import { juItems } from './joint-use/ju-items.ts'
import { juManagerAddress } from './joint-use/ju-manager-address.ts'
import { juManagerInternal } from './joint-use/ju-manager-internal.ts'
import { juManagerRepresentative } from './joint-use/ju-manager-representative.ts'
import { juPre2022Wording } from './joint-use/ju-pre2022-wording.ts'
import { docDates } from './operator/doc-dates.ts'
import { docOlderThanLaw } from './operator/doc-older-than-law.ts'
import { docScrapeResidue } from './operator/doc-scrape-residue.ts'
import { docTitleVariants } from './operator/doc-title-variants.ts'
import { orgAddress } from './operator/org-address.ts'
import { orgName } from './operator/org-name.ts'
import { orgRepresentative } from './operator/org-representative.ts'
import { entrustSupervision } from './provision/entrust-supervision.ts'
import { foreignProvision } from './provision/foreign-provision.ts'
import { tpCategoricalDisclosure } from './provision/tp-categorical-disclosure.ts'
import { tpConditionDropped } from './provision/tp-condition-dropped.ts'
import { tpNonstatutory } from './provision/tp-nonstatutory.ts'
import { tpPartialList } from './provision/tp-partial-list.ts'
import { tpSuccessionWording } from './provision/tp-succession-wording.ts'
import { tpUndeclaredRecipient } from './provision/tp-undeclared-recipient.ts'
import { purposeJointGap } from './purposes/purpose-joint-gap.ts'
import { purposeListDrift } from './purposes/purpose-list-drift.ts'
import { purposeNotAPurpose } from './purposes/purpose-not-a-purpose.ts'
import { purposePresent } from './purposes/purpose-present.ts'
import { purposeProfiling } from './purposes/purpose-profiling.ts'
import { purposeVague } from './purposes/purpose-vague.ts'
import { sensitiveAddressed } from './purposes/sensitive-addressed.ts'
import { accreditedBody } from './rights/accredited-body.ts'
import { accreditedDeskCurrent } from './rights/accredited-desk-current.ts'
import { breachRule7Current } from './rights/breach-rule7-current.ts'
import { ceaseGrounds } from './rights/cease-grounds.ts'
import { complaintContact } from './rights/complaint-contact.ts'
import { disclosureMethod } from './rights/disclosure-method.ts'
import { feeAmbiguous } from './rights/fee-ambiguous.ts'
import { feeAmount } from './rights/fee-amount.ts'
import { feeScope } from './rights/fee-scope.ts'
import { refusalAltered } from './rights/refusal-altered.ts'
import { reqProcedure } from './rights/req-procedure.ts'
import { rightsComplete } from './rights/rights-complete.ts'
import { defPersonalInfo } from './security/def-personal-info.ts'
import { extItems } from './security/ext-items.ts'
import { secCategories } from './security/sec-categories.ts'
import { secCountry } from './security/sec-country.ts'
import { secPresent } from './security/sec-present.ts'
import { termAnonymised } from './security/term-anonymised.ts'
import { numStructureEnd } from './text/num-structure-end.ts'
import { numStructureFlat } from './text/num-structure-flat.ts'
import { numStructureHeading } from './text/num-structure-heading.ts'
import { numStructureLevel } from './text/num-structure-level.ts'
import { numStructureMarker } from './text/num-structure-marker.ts'
import { numStructureOrder } from './text/num-structure-order.ts'
import { numStructureRepeat } from './text/num-structure-repeat.ts'
import { numStructureSequence } from './text/num-structure-sequence.ts'
import { txtSpace } from './text/txt-space.ts'
import { txtTypo } from './text/txt-typo.ts'
import { txtVariantConjunction } from './text/txt-variant-conjunction.ts'
import { txtVariantDash } from './text/txt-variant-dash.ts'
import { txtVariantDesk } from './text/txt-variant-desk.ts'
import { txtVariantKana } from './text/txt-variant-kana.ts'
import { txtVariantLabel } from './text/txt-variant-label.ts'
import { txtVariantLoanword } from './text/txt-variant-loanword.ts'
import { txtVariantOkurigana } from './text/txt-variant-okurigana.ts'
import { txtVariantOperator } from './text/txt-variant-operator.ts'
import { txtVariantParallel } from './text/txt-variant-parallel.ts'
import { txtVariantScheme } from './text/txt-variant-scheme.ts'
import { txtVariantSite } from './text/txt-variant-site.ts'
import { txtVariantStatutory } from './text/txt-variant-statutory.ts'
import { txtVariantTerm } from './text/txt-variant-term.ts'
import { txtVariantUse } from './text/txt-variant-use.ts'
import { txtVariantVocabulary } from './text/txt-variant-vocabulary.ts'

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
  tpConditionDropped,
  tpNonstatutory,
  tpPartialList,
  tpCategoricalDisclosure,
  tpSuccessionWording,
  tpUndeclaredRecipient,
  entrustSupervision,
  foreignProvision,

  // D. Joint use
  juConcrete,
  juItems,
  juCore,
  juManagerAddress,
  juManagerRepresentative,
  juManagerInternal,
  juPre2022Wording,
  juAsofStale,
  juItemUncollected,

  // E. Rights, procedure, complaints
  reqProcedure,
  feeAmount,
  feeScope,
  feeAmbiguous,
  rightsComplete,
  disclosureMethod,
  refusalAltered,
  ceaseGrounds,
  breachRule7Current,
  complaintContact,
  accreditedBody,
  accreditedDeskCurrent,

  // F. Security, cookies
  defPersonalInfo,
  extItems,
  secCategories,
  secCountry,
  secPresent,
  termAnonymised,

  // G. Citations, names, references, terms
  citeStaleArticle,
  citeStaleAuthority,
  linkMissing,
  nameRenamed,
  termDefinitionQuality,
  termUndefined,
  xrefBroken,

  // H. Text and structure
  numStructureEnd,
  numStructureFlat,
  numStructureHeading,
  numStructureLevel,
  numStructureMarker,
  numStructureOrder,
  numStructureRepeat,
  numStructureSequence,
  txtSpace,
  txtTypo,
  txtVariantConjunction,
  txtVariantDash,
  txtVariantDesk,
  txtVariantKana,
  txtVariantLabel,
  txtVariantLoanword,
  txtVariantOkurigana,
  txtVariantOperator,
  txtVariantParallel,
  txtVariantScheme,
  txtVariantSite,
  txtVariantStatutory,
  txtVariantTerm,
  txtVariantUse,
  txtVariantVocabulary,
] as const satisfies readonly Rule[]
