export {
  type AsOf,
  at,
  type Dated,
  inOrder,
  known,
  live,
  neighbours,
  nextChange,
  root,
  type Standing,
  seen,
  standings,
} from './as-of.ts'
export { canonicalJson, sha256Of } from './canonical-json.ts'
export { seal, sha256OfEdition, type UnsealedEdition, type Verdict, verifyChain } from './chain.ts'
export {
  type Edition,
  type EditionHead,
  type EditionInternal,
  type EditionKind,
  type EditionLanguage,
  type EditionRow,
  editionKinds,
} from './edition.ts'
export { compareInstants, readInstant, startOfJstDay } from './instant.ts'
export {
  type PendingDecision,
  type Publication,
  type PublicationRefusal,
  pendingAfter,
  pendingDecisions,
  refusePublication,
} from './publication.ts'
