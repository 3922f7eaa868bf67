import type { PayloadRequest } from 'payload'
import {
  type EditionHead,
  type Publication,
  type Reissue,
  reissuesOf,
} from '../../core/edition/index.ts'
import type { PolicyRecord } from '../../core/records.ts'
import { printedAs } from '../editions/next-edition.ts'
import { editionTexts } from '../editions/stored-editions.ts'
import type { Documents } from '../policy/compose-all.ts'
import type { Settings } from '../settings.ts'
import { carriedInto } from './reissue.ts'

type Coming = Pick<
  EditionHead,
  'number' | 'kind' | 'effectiveFrom' | 'recordedAt' | 'corrects' | 'withdraws' | 'summary'
>

/** The text of an edition that is to be recorded. */
type ComingText = {
  readonly coming: Coming
  readonly documents: Documents
  /** The same with what the policy prints of its editions. */
  readonly printed: Documents
}
/** One that takes the place of a pending edition, with the change carried in. */
type ReissuedText = ComingText & { readonly reissues: EditionHead }

/**
 * The text of a publication, and behind it those of the pending editions that it has published again.
 *
 * @throws OperationRefused when a pending edition changes what the publication changes too
 */
export async function comingTexts(
  coming: Coming,
  documents: Documents,
  publication: Publication,
  {
    heads,
    today,
    policy,
    req,
    settings,
  }: {
    readonly heads: readonly EditionHead[]
    readonly today: string
    readonly policy: PolicyRecord
    readonly req: PayloadRequest
    readonly settings: Settings
  },
): Promise<readonly [ComingText, ...ReissuedText[]]> {
  const reissues =
    publication.pendingDecision === 'reissue' ? reissuesOf(publication, heads, today) : []
  const texts = await reissuedTexts(reissues, documents, req, settings)
  const again = reissues.map(({ pending }, i) => ({
    coming: {
      number: coming.number + 1 + i,
      kind: pending.kind === 'import' ? ('import' as const) : ('amendment' as const),
      effectiveFrom: pending.effectiveFrom,
      recordedAt: coming.recordedAt,
      corrects: null,
      withdraws: null,
      summary: pending.summary,
    },
    documents: texts[i] ?? {},
    reissues: pending,
  }))
  const known = [...heads, coming, ...again.map((one) => one.coming)]
  return [
    { coming, documents, printed: printedAs(coming, documents, heads, policy) },
    ...again.map((one) => ({
      ...one,
      printed: printedAs(one.coming, one.documents, known, policy),
    })),
  ]
}

/** The texts of pending editions with the change carried in, one made from the other. */
async function reissuedTexts(
  reissues: readonly Reissue<EditionHead>[],
  urgent: Documents,
  req: PayloadRequest,
  settings: Settings,
): Promise<readonly Documents[]> {
  const [first] = reissues
  if (!first) return []
  const numbers = reissues.flatMap(({ pending, madeFrom }) => [
    pending.number,
    ...(madeFrom ? [madeFrom.number] : []),
  ])
  const texts = await editionTexts(first.pending.policy, numbers, req)
  const results: Documents[] = []
  for (const { pending, madeFrom } of reissues)
    results.push(
      carriedInto(
        pending,
        {
          base: texts.get(madeFrom?.number ?? 0) ?? {},
          urgent: results.at(-1) ?? urgent,
          own: texts.get(pending.number) ?? {},
        },
        settings,
      ),
    )
  return results
}
