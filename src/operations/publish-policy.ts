import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { jstDay } from '../core/calendar.ts'
import { ComposeRefused, compose } from '../core/compose.ts'
import type { PolicyDocument } from '../core/document.ts'
import {
  type EditionHead,
  type EditionKind,
  type EditionRow,
  type PendingDecision,
  pendingAfter,
  refusePublication,
  seal,
} from '../core/edition/index.ts'
import type { ComposeProblem } from '../core/printing.ts'
import type { Localised, PolicyRecords } from '../core/records.ts'
import { announceEdition } from './announce-edition.ts'
import { guardEditions, guardRemedy } from './edition-guard.ts'
import { loadPolicy, type Reading } from './load-policy.ts'
import { OperationRefused } from './refused.ts'
import { baseLanguage, type Settings, settingsOf } from './settings.ts'
import { queryIn, tableOf } from './sql.ts'

export type PublishRequest = {
  /** The id of the policy. */
  readonly policy: string
  /** @default 'amendment' */
  readonly kind?: EditionKind
  /** The first day, in Japan, on which it holds, `YYYY-MM-DD`. @default today */
  readonly effectiveFrom?: string
  readonly corrects?: number | null
  readonly withdraws?: number | null
  readonly summary?: Localised<string>
  /** What becomes of editions that come into force after this one. */
  readonly pendingDecision?: PendingDecision | null
  /** A repeated request with the same key publishes once. */
  readonly idempotencyKey?: string | null
}

export type Published = {
  readonly edition: EditionRow
  /** False when the same request had been published before. */
  readonly isNew: boolean
  /** Languages that were begun and left out, with what is missing in each. */
  readonly incomplete: { readonly [language: string]: readonly ComposeProblem[] }
}

/**
 * Publishes the working copy as the policy's next edition, in every language in which it is whole. One transaction at
 * repeatable read: what is composed is one state of the records, and either all of it is an edition or nothing is.
 *
 * @throws OperationRefused when a text is missing, a rule of publication is broken, or another publication came first
 */
export async function publishPolicy(
  request: PublishRequest,
  { req, overrideAccess }: Reading,
): Promise<Published> {
  const { payload } = req
  const settings = settingsOf(payload)
  if (!(await guardEditions(payload))) throw new OperationRefused('editions-unguarded', guardRemedy)
  const transaction = await payload.db.beginTransaction({ isolationLevel: 'repeatable read' })
  if (transaction === null) throw new Error('Expected a database with transactions')
  const own = isolateObjectProperty(req, ['transactionID'])
  own.transactionID = transaction
  try {
    const published = await publishWithin(request, { req: own, overrideAccess }, settings)
    await payload.db.commitTransaction(transaction)
    return published
  } catch (error) {
    await payload.db.rollbackTransaction(transaction)
    throw isLostRace(error) ? conflict() : error
  }
}

async function publishWithin(
  request: PublishRequest,
  reading: Reading,
  settings: Settings,
): Promise<Published> {
  const { req } = reading
  // The row's lock is the transaction's first statement: who waits for it sees what was committed meanwhile as a conflict.
  const policies = tableOf(req.payload, settings.slugs.policies)
  const { rows } = await queryIn(
    req,
    sql`select id from ${policies} where id = ${request.policy} and deleted_at is null for update`,
  )
  if (rows.length === 0) throw missing(request.policy)

  const { today, now } = await databaseClock(req)
  const editions = await editionsOf(request.policy, req, settings)
  const repeated =
    request.idempotencyKey &&
    editions.find((edition) => edition.idempotencyKey === request.idempotencyKey)
  if (repeated)
    return {
      edition: await editionOf(repeated.head.id, req, settings),
      isNew: false,
      incomplete: {},
    }

  const heads = editions.map((edition) => edition.head)
  const publication = {
    kind: request.kind ?? 'amendment',
    effectiveFrom: request.effectiveFrom ?? today,
    corrects: request.corrects ?? null,
    withdraws: request.withdraws ?? null,
    pendingDecision: request.pendingDecision ?? null,
  }
  const refusals = refusePublication(publication, heads, today)
  if (refusals.length) throw notPublishable(refusals)
  const pending = pendingAfter(publication, heads, today)
  if (pending.length && publication.pendingDecision === 'reissue') throw cannotReissue()

  const records = await loadPolicy(request.policy, reading)
  if (!records) throw missing(request.policy)
  const hasText = publication.kind !== 'withdrawal' && publication.kind !== 'repeal'
  const { documents, incomplete } = hasText
    ? composeAll(records, settings)
    : { documents: {}, incomplete: {} }

  let previous: EditionHead | null = heads.at(-1) ?? null
  const append = async (
    entry: Pick<EditionRow, 'kind' | 'effectiveFrom' | 'corrects' | 'withdraws' | 'documents'>,
    extra: { readonly summary: Localised<string>; readonly idempotencyKey: string | null },
  ): Promise<EditionRow> => {
    const edition = seal(
      {
        id: uuidv7(),
        policy: records.policy.id,
        organisationSlug: records.organisation.slug,
        policySlug: records.policy.slug,
        number: (previous?.number ?? 0) + 1,
        ...entry,
        recordedAt: after(now, previous?.recordedAt),
        summary: extra.summary,
        schema: 1,
        internal: {
          publishedBy: publisher(req),
          waivers: [],
          duties: [],
          salt: randomBytes(16).toString('hex'),
        },
      },
      previous?.sha256 ?? null,
    )
    await req.payload.create({
      collection: settings.slugs.policyEditions as never,
      data: {
        ...edition,
        organisation: records.organisation.id,
        idempotencyKey: extra.idempotencyKey,
      } as never,
      depth: 0,
      req,
      // Editions are written here and nowhere else: their own access refuses everybody.
      overrideAccess: true,
    })
    previous = edition
    return edition
  }
  if (publication.pendingDecision === 'withdraw')
    for (const edition of pending)
      await append(
        {
          kind: 'withdrawal',
          effectiveFrom: edition.effectiveFrom,
          corrects: null,
          withdraws: edition.number,
          documents: {},
        },
        { summary: {}, idempotencyKey: null },
      )
  const { pendingDecision: _, ...entry } = publication
  const edition = await append(
    { ...entry, documents },
    { summary: written(request.summary), idempotencyKey: request.idempotencyKey ?? null },
  )
  await announceEdition(edition, req)
  return { edition, isNew: true, incomplete }
}

/**
 * The document in every language that the records state wholly. The base language must be one of them; another that
 * is begun and not finished is left out, and said so.
 */
export function composeAll(
  records: PolicyRecords,
  settings: Settings,
): {
  readonly documents: { readonly [language: string]: PolicyDocument }
  readonly incomplete: Published['incomplete']
} {
  const base = baseLanguage(settings)
  const documents: { [language: string]: PolicyDocument } = {}
  const incomplete: { [language: string]: readonly ComposeProblem[] } = {}
  for (const language of Object.keys(settings.locales)) {
    try {
      documents[language] = compose(records, language, base)
    } catch (error) {
      if (!(error instanceof ComposeRefused)) throw error
      if (language === base)
        throw new OperationRefused(
          'not-composable',
          {
            ja: `ポリシーを組み立てられません。${error.problems.map((problem) => problem.message.ja).join('')}`,
            en: `The policy does not make a whole document. ${error.message}`,
          },
          error.problems,
        )
      if (isBegun(records, language)) incomplete[language] = error.problems
    }
  }
  return { documents, incomplete }
}

/** Whether any section of the policy has been written in a language. */
const isBegun = ({ policy, sections }: PolicyRecords, language: string): boolean =>
  Boolean(policy.title[language]) ||
  sections.some((section) => section.heading[language] || section.body[language])

type StoredEdition = { readonly head: EditionHead; readonly idempotencyKey: string | null }
type Stored<E> = E & { readonly organisation: string; readonly idempotencyKey?: string | null }

/** All editions of a policy, by number, without their texts. */
async function editionsOf(
  policy: string,
  req: PayloadRequest,
  settings: Settings,
): Promise<readonly StoredEdition[]> {
  const { docs } = await req.payload.find({
    collection: settings.slugs.policyEditions as never,
    where: { policy: { equals: policy } },
    select: { documents: false } as never,
    sort: 'number',
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return (docs as unknown as Stored<EditionHead>[]).map(
    ({ organisation: _, idempotencyKey, ...head }) => ({
      head,
      idempotencyKey: idempotencyKey ?? null,
    }),
  )
}

async function editionOf(id: string, req: PayloadRequest, settings: Settings): Promise<EditionRow> {
  const doc = await req.payload.findByID({
    collection: settings.slugs.policyEditions as never,
    id,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const { organisation: _, idempotencyKey: __, ...row } = doc as unknown as Stored<EditionRow>
  return row
}

/** The languages in which a summary says something. */
const written = (summary: Localised<string> = {}): Localised<string> =>
  Object.fromEntries(Object.entries(summary).filter(([, text]) => text))

/** The database's clock, which all instances share: the instant, and the day in Japan. */
async function databaseClock(req: PayloadRequest): Promise<{ today: string; now: string }> {
  const { rows } = await queryIn(req, sql`select clock_timestamp() as now`)
  const now = new Date((rows[0] as { now: string | Date }).now)
  return { today: jstDay(now), now: now.toISOString() }
}

/** The instant itself, or the first millisecond after the edition before: recorded instants rise. */
function after(now: string, previous: string | undefined): string {
  return previous === undefined || now > previous
    ? now
    : new Date(Date.parse(previous) + 1).toISOString()
}

function publisher(req: PayloadRequest): { readonly id: string; readonly name: string } | null {
  const user = req.user as { id: string | number; email?: string; name?: string } | null
  return user ? { id: String(user.id), name: user.name ?? user.email ?? String(user.id) } : null
}

/**
 * 23505 unique_violation: the number was taken, which Payload tells as an invalid `policy, number`;
 * 40001 serialization_failure; 40P01 deadlock_detected.
 */
function isLostRace(error: unknown): boolean {
  const { code, cause, data } = (error ?? {}) as {
    code?: string
    cause?: { code?: string }
    data?: { errors?: readonly { path?: string }[] }
  }
  if (['23505', '40001', '40P01'].includes(code ?? cause?.code ?? '')) return true
  return data?.errors?.some(({ path }) => path?.startsWith('policy, ')) ?? false
}

const missing = (policy: string) =>
  new OperationRefused('policy-missing', {
    ja: `ポリシー「${policy}」がありません（またはごみ箱にあります）。`,
    en: `There is no policy \`${policy}\`, or it is in the trash.`,
  })

const conflict = () =>
  new OperationRefused('conflict', {
    ja: 'ほかの人が同時に公表したため、公表しませんでした。公表された版を確かめてから、もう一度公表してください。',
    en: 'Somebody else published at the same moment, so nothing was published here. Look at the new edition, then publish again.',
  })

const notPublishable = (refusals: ReturnType<typeof refusePublication>) =>
  new OperationRefused(
    'not-publishable',
    {
      ja: refusals.map((refusal) => refusal.message.ja).join(''),
      en: refusals.map((refusal) => refusal.message.en).join(' '),
    },
    refusals,
  )

const cannotReissue = () =>
  new OperationRefused('not-publishable', {
    ja: '施行待ちの版の再公表は、その版の本文を作業中の版に戻してから行います。今回は keep（そのまま）か withdraw（取り下げ）を選び、続けて施行待ちの日付で公表してください。',
    en: 'Reissuing a pending edition needs its text in the working copy. Choose keep or withdraw now, then publish again from the pending day.',
  })
