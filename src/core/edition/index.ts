export {
  type AsOf,
  at,
  type Dated,
  inOrder,
  live,
  neighbours,
  nextChange,
  rootsIn,
  type Standing,
  seen,
  standings,
} from './as-of.ts'
export { canonicalJson, sha256Of } from './canonical-json.ts'
export { seal, type UnsealedEdition, verifyChain } from './chain.ts'
export {
  bringsText,
  type Edition,
  type EditionHead,
  type EditionInternal,
  type EditionKind,
  type EditionLanguage,
  type EditionRow,
  editionKinds,
} from './edition.ts'
export { type HistoryIndex, indexHistory } from './history-index.ts'
export { compareInstants, readInstant, startOfJstDay } from './instant.ts'
export {
  type PendingDecision,
  type Publication,
  pendingAfter,
  pendingDecisions,
  refusePublication,
} from './publication.ts'
export { readReceipt, writeReceipt } from './receipt.ts'
export { type Reissue, reissuesOf } from './reissue.ts'
export { replacedBy } from './replaced.ts'
export { type Sighting, sightingBy, sightings } from './sightings.ts'
export { type ExportVerdict, verifyExport } from './verify-export.ts'
