import { canonicalJson, startOfJstDay } from '../core/edition/index.ts'
import { editionsPath, type Mount, policyPath, schemaPath } from './addresses.ts'
import { type Answer, type Bytes, bytesOf } from './answer.ts'
import { cacheControl, linkHeader, listTag, policyTag, tags } from './headers.ts'
import { listEditions, listPolicy, nextChangeOf } from './listings.ts'
import { negotiateFormat } from './negotiation.ts'
import { quoted, ReadRefused } from './problem.ts'
import { accepted, ok, type Reading } from './reading.ts'
import { notAcceptable } from './representations.ts'
import { schemaJson } from './schema.ts'
import { addressOf, type History } from './source.ts'

const JSON_TYPE = { mediaType: 'application/json; charset=utf-8' }
/** One JSON value a line (jsonlines.org). */
const JSON_LINES = { mediaType: 'application/jsonl; charset=utf-8' }

/** Every policy that has been published and not withdrawn; with an organisation, its own. */
export async function policiesAnswer(
  organisation: string | null,
  reading: Reading,
): Promise<Answer> {
  mustAccept(JSON_TYPE, reading)
  const { setUp, now } = reading
  const histories = (await setUp.source.histories(organisation ?? undefined)).filter(
    (history) => organisation === null || addressOf(history).organisation === organisation,
  )
  if (organisation !== null && histories.length === 0)
    throw unknownOrganisation(setUp.mount, organisation)
  const policies = histories.flatMap((history) => listPolicy(history, now, setUp.mount) ?? [])
  const bytes = bytesOf(JSON.stringify({ policies, links: { schema: schemaPath(setUp.mount) } }))
  return ok(bytes, listHeaders(histories, reading, listTag))
}

/** All editions of a policy: their particulars, and what has become of each. */
export function editionsAnswer(history: History, reading: Reading): Answer {
  mustAccept(JSON_TYPE, reading)
  const { mount } = reading.setUp
  const address = addressOf(history)
  const bytes = bytesOf(
    JSON.stringify({
      policy: { id: history[0].policy, slug: address.policy, organisation: address.organisation },
      editions: listEditions(history, reading.now, mount),
      links: {
        latest: policyPath(mount, address),
        export: editionsPath(mount, address, '.jsonl'),
      },
    }),
  )
  return ok(bytes, {
    ...listHeaders([history], reading, policyTag(history[0].policy)),
    Link: linkHeader([
      { rel: 'latest-version', path: policyPath(mount, address) },
      {
        rel: 'alternate',
        path: editionsPath(mount, address, '.jsonl'),
        type: JSON_LINES.mediaType,
      },
    ]),
  })
}

/**
 * All editions of a policy whole, a line each in canonical JSON: without its `sha256`, a line hashes to it. That is
 * all that `verify` needs.
 */
export async function exportAnswer(history: History, reading: Reading): Promise<Answer> {
  const editions = await reading.setUp.source.editions(history[0].policy)
  const bytes = bytesOf(editions.map((edition) => `${canonicalJson(edition)}\n`).join(''))
  return ok(bytes, {
    'Content-Type': JSON_LINES.mediaType,
    'Cache-Control': cacheControl({ until: null, isFixed: false }, false, freshness(reading)),
    ...tags(policyTag(history[0].policy)),
  })
}

export function schemaAnswer({ setUp }: Reading): Answer {
  const bytes: Bytes = bytesOf(JSON.stringify(schemaJson(setUp.origin + schemaPath(setUp.mount))))
  return ok(bytes, {
    'Content-Type': 'application/schema+json; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
  })
}

function listHeaders(histories: readonly History[], reading: Reading, tag: string) {
  const change = nextChangeOf(histories, reading.now)
  const until = change === null ? null : startOfJstDay(change)
  return {
    'Content-Type': JSON_TYPE.mediaType,
    'Cache-Control': cacheControl({ until, isFixed: false }, false, freshness(reading)),
    ...tags(tag),
  }
}

const freshness = ({ setUp, now }: Reading) => ({ maxAge: setUp.maxAge, now })

function mustAccept(offer: { readonly mediaType: string }, reading: Reading): void {
  const accept = accepted(reading)
  if (!negotiateFormat(accept, [offer])) throw notAcceptable(accept ?? '', [offer])
}

const unknownOrganisation = (mount: Mount, organisation: string) =>
  new ReadRefused({
    status: 404,
    code: 'unknown-organisation',
    title: { ja: '事業者がありません', en: 'No such organisation' },
    detail: {
      ja: `事業者「${quoted(organisation)}」が公表しているポリシーはありません。一覧は ${mount.basePath} にあります。`,
      en: `\`${quoted(organisation)}\` has published no policy. ${mount.basePath} lists all there are.`,
    },
    members: { all: mount.basePath },
  })
