import { jstDay } from '../../core/calendar.ts'
import { canonicalJson, startOfJstDay } from '../../core/edition/index.ts'
import { type Answer, type Bytes, bytesOf } from '../answer.ts'
import { editionsPath, type Mount, policyPath, schemaPath } from '../asked/addresses.ts'
import { negotiateFormat } from '../asked/negotiation.ts'
import {
  freshnessHeaders,
  linkHeader,
  listTag,
  policyTag,
  staleMember,
  tags,
} from '../formats/headers.ts'
import { acceptsRanges } from '../formats/ranges.ts'
import { notAcceptable } from '../formats/representations.ts'
import type { Opened } from '../kept/library.ts'
import { quoted, ReadRefused } from '../problem.ts'
import { accepted, basisOf, ok, type Reading } from '../reading.ts'
import { addressOf, type History } from '../sources/source.ts'
import { listEditions, listPolicy, nextChangeOf } from './listings.ts'
import { schemaJson } from './schema.ts'

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
  const { list, staleSince } = await setUp.library.list(organisation ?? undefined)
  const histories = list.histories.filter(
    (history) => organisation === null || addressOf(history).organisation === organisation,
  )
  if (organisation !== null && histories.length === 0)
    throw unknownOrganisation(setUp.mount, organisation)
  const stale = staleSince && staleMember(staleSince)
  const name = ['list', organisation ?? '', list.stamp.version, jstDay(now), stale?.since]
  const bytes = await setUp.keepBytes(name.join(' '), () =>
    bytesOf(
      JSON.stringify({
        policies: histories.flatMap((history) => listPolicy(history, now, setUp.mount) ?? []),
        links: { schema: schemaPath(setUp.mount) },
        ...(stale && { stale }),
      }),
    ),
  )
  const until = changeOf(histories, now)
  return {
    ...ok(bytes, listHeaders(until, staleSince, reading, listTag)),
    ...basisOf(list.stamp, bytes, until, reading),
  }
}

/** All editions of a policy: their particulars, and what has become of each. */
export async function editionsAnswer(opened: Opened, reading: Reading): Promise<Answer> {
  mustAccept(JSON_TYPE, reading)
  const { setUp, now } = reading
  const { mount } = setUp
  const { policy, staleSince } = opened
  const { history } = policy
  const address = addressOf(history)
  const stale = staleSince && staleMember(staleSince)
  const name = ['editions', history.at(-1)?.sha256, jstDay(now), stale?.since]
  const bytes = await setUp.keepBytes(name.join(' '), () =>
    bytesOf(
      JSON.stringify({
        policy: { id: history[0].policy, slug: address.policy, organisation: address.organisation },
        editions: listEditions(history, now, mount),
        links: {
          latest: policyPath(mount, address),
          export: editionsPath(mount, address, '.jsonl'),
        },
        ...(stale && { stale }),
      }),
    ),
  )
  const until = changeOf([history], now)
  const answer = ok(bytes, {
    ...listHeaders(until, staleSince, reading, policyTag(history[0].policy)),
    Link: linkHeader([
      { rel: 'latest-version', path: policyPath(mount, address) },
      {
        rel: 'alternate',
        path: editionsPath(mount, address, '.jsonl'),
        type: JSON_LINES.mediaType,
      },
    ]),
  })
  return { ...answer, ...basisOf(policy.stamp, bytes, until, reading) }
}

/**
 * All editions of a policy whole, a line each in canonical JSON: without its `sha256`, a line hashes to it. That is
 * all that `verify` needs.
 */
export async function exportAnswer(opened: Opened, reading: Reading): Promise<Answer> {
  const { setUp } = reading
  const { policy, staleSince } = opened
  const { history } = policy
  const name = `export ${history.at(-1)?.sha256}`
  const bytes = await setUp.keepBytes(name, async () => {
    const editions = await setUp.library.all(opened)
    return bytesOf(editions.map((edition) => `${canonicalJson(edition)}\n`).join(''))
  })
  return {
    ...ok(bytes, {
      'Content-Type': JSON_LINES.mediaType,
      ...acceptsRanges,
      ...freshnessHeaders({ until: null, isFixed: false, staleSince }, false, reading),
      ...tags(policyTag(history[0].policy)),
    }),
    ...basisOf(policy.stamp, bytes, null, reading),
  }
}

export function schemaAnswer({ setUp }: Reading): Answer {
  const bytes: Bytes = bytesOf(JSON.stringify(schemaJson(setUp.origin + schemaPath(setUp.mount))))
  return ok(bytes, {
    'Content-Type': 'application/schema+json; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
  })
}

function listHeaders(
  until: Date | null,
  staleSince: Date | null,
  reading: Reading,
  tag: string,
): { [header: string]: string } {
  return {
    'Content-Type': JSON_TYPE.mediaType,
    ...freshnessHeaders({ until, isFixed: false, staleSince }, false, reading),
    ...tags(tag),
  }
}

function changeOf(histories: readonly History[], now: Date): Date | null {
  const change = nextChangeOf(histories, now)
  return change === null ? null : startOfJstDay(change)
}

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
