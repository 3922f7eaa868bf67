import { jstDay } from '../../core/calendar.ts'
import { startOfJstDay } from '../../core/edition/index.ts'
import type { Address } from '../asked/addresses.ts'
import type { Times } from '../asked/question.ts'
import type { Reader, ReaderOptions } from '../reader.ts'
import { memorySource } from '../sources/memory-source.ts'
import {
  changedPreview,
  type FindPreviewed,
  invalidPreview,
  otherPreview,
  type PreviewNote,
  previewHasTime,
} from './preview.ts'

export type PreviewReader = { readonly reader: Reader; readonly note: PreviewNote }

/**
 * A reader that knows one policy as it will be on the day of the previewed text, and answers whatever may be asked of
 * a policy at its address: in every format and language, as it would be answered then.
 *
 * @throws ReadRefused
 */
export async function openPreview(
  create: (options: ReaderOptions) => Reader,
  options: ReaderOptions & { readonly now: () => Date },
  given: { readonly token: string; readonly isInUrl: boolean },
  { address, times }: { readonly address: Address; readonly times: Times },
): Promise<PreviewReader> {
  const find: FindPreviewed | undefined = options.preview
  if (!find) throw invalidPreview(false)
  if (times.asOf != null || times.knownAt != null || times.seenAt != null) throw previewHasTime()
  const now = options.now()
  const { kind, edition, heads, expiresAt } = await find(given.token, now)
  const editions = [
    ...heads.filter(({ id }) => id !== edition.id).map((head) => ({ ...head, documents: {} })),
    edition,
  ]
  const isAt = editions.some(
    ({ organisationSlug, policySlug }) =>
      organisationSlug === address.organisation && policySlug === address.policy,
  )
  if (!isAt) throw otherPreview()
  const begins = startOfJstDay(edition.effectiveFrom)
  const then = edition.effectiveFrom > jstDay(now) ? begins : now
  const note: PreviewNote = {
    kind,
    sha256: edition.sha256,
    expiresAt: expiresAt.toISOString(),
    inLinks: given.isInUrl ? given.token : null,
  }
  const { watch: _, preview: __, ...rest } = options
  const reader = create({ ...rest, source: memorySource(editions), now: () => then, note })
  const { edition: shown } = await reader.read(address)
  if (shown?.sha256 !== edition.sha256) throw changedPreview()
  return { reader, note }
}
