import { sql } from '@payloadcms/db-postgres'
import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { bringsText, pendingAfter, refusePublication, sha256Of } from '../../core/edition/index.ts'
import type { Localised, PolicyRecords } from '../../core/records.ts'
import { databaseClock } from '../database/database-clock.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import { type Appending, appendEdition, bare } from '../editions/append-edition.ts'
import { guardEditions, guardRemedy } from '../editions/edition-guard.ts'
import { storeEditions } from '../editions/store-editions.ts'
import {
  type Replacing,
  type StoredEdition,
  storedEdition,
  storedEditions,
} from '../editions/stored-editions.ts'
import { tellHere } from '../editions/tell-here.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { OperationRefused } from '../refused.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { type Answers, answered } from './answered.ts'
import { comingTexts } from './coming-texts.ts'
import { asksDuties, dutiesAsked, passDuties } from './duties-gate.ts'
import type { Published, PublishRequest } from './publication.ts'
import { conflict, isLostRace, keyReused } from './publication-conflict.ts'
import { findingsIn, passGate } from './publishing-gate.ts'
import { textToPublish } from './text-to-publish.ts'

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
  if (!(await guardEditions(payload))) throw new OperationRefused('editions-unguarded', guardRemedy)
  const transaction = await payload.db.beginTransaction({ isolationLevel: 'repeatable read' })
  if (transaction === null) throw new Error('Expected a database with transactions')
  const own = isolateObjectProperty(req, ['transactionID'])
  own.transactionID = transaction
  const seen: StoredEdition[] = []
  try {
    const published = await publishWithin(request, { req: own, overrideAccess }, seen)
    await payload.db.commitTransaction(transaction)
    tellHere(payload, published.recorded)
    return published
  } catch (error) {
    await payload.db.rollbackTransaction(transaction)
    if (!isLostRace(error)) throw error
    const newer = (await storedEditions(request.policy, { payload })).slice(seen.length)
    // The winner was this very request, sent twice at once.
    if (
      request.idempotencyKey &&
      newer.some((one) => one.idempotencyKey === request.idempotencyKey)
    )
      return publishPolicy(request, { req, overrideAccess })
    throw conflict(newer.map(({ head }) => head))
  }
}

/**
 * The same within a transaction that the caller holds, who has seen to the guard of editions and to it that nobody
 * else changes the policy meanwhile. `seen` is filled with the editions that the transaction knows of. Where the request
 * names no waivers or duties, `answers` are asked for those that it takes.
 */
export async function publishWithin(
  request: PublishRequest,
  reading: Reading,
  seen: StoredEdition[] = [],
  answers?: Answers,
): Promise<Published> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  // The row's lock is the transaction's first statement: who waits for it sees what was committed meanwhile as a conflict.
  const policies = tableOf(req.payload, settings.slugs.policies)
  const { rows } = await queryIn(
    req,
    sql`select id from ${policies} where id = ${request.policy} and deleted_at is null for update`,
  )
  if (rows.length === 0) throw policyMissing(request.policy)

  const clock = await databaseClock(req)
  seen.push(
    ...(await storedEditions(request.policy, req, replacing(request, clock.today, settings))),
  )
  const records = () => loadPolicy(request.policy, reading)
  return publishState(request, { ...clock, editions: seen, records }, req, answers)
}

/** One state of a policy, as a transaction sees it that holds the lock of its row. */
export type PolicyState = {
  readonly today: string
  readonly now: string
  /** With the texts that `replacing` asks for. */
  readonly editions: readonly StoredEdition[]
  /** Asked when a rule refuses nothing and the request is no repeated one. */
  readonly records: () => Promise<PolicyRecords | null>
}

/** Publishes a state of a policy that was read. */
export async function publishState(
  request: PublishRequest,
  { today, now, editions, records: read }: PolicyState,
  req: PayloadRequest,
  answers?: Answers,
): Promise<Published> {
  const settings = settingsOf(req.payload)
  const publication = publicationOf(request, today)
  const { only = null } = request
  if (only !== null && !bringsText[publication.kind]) throw notInPart
  const repeated = await publishedBefore(request, editions, req, settings)
  if (repeated) return repeated
  const heads = editions.map(({ head }) => head)
  const { latest = null } = request
  if (latest !== null && latest !== heads.length) throw conflict(heads.slice(latest))

  const refusals = refusePublication(publication, heads, today)
  if (refusals.length) throw notPublishable(refusals)

  const records = await read()
  if (!records) throw policyMissing(request.policy)
  const hasText = publication.kind !== 'withdrawal' && publication.kind !== 'repeal'
  const { documents, incomplete, taken } = hasText
    ? textToPublish({ ...publication, only }, { records, editions, settings })
    : { documents: {}, incomplete: {}, taken: null }
  const { pendingDecision, ...entry } = publication
  const summary = written(request.summary)
  const coming = { ...entry, number: heads.length + 1, recordedAt: now, summary }
  const [text, ...again] = await comingTexts(coming, documents, publication, {
    heads,
    today,
    policy: records.policy,
    req,
    settings,
  })
  const texts = [text, ...again]
  const found = findingsIn(texts, { records, today }, settings)
  const [waivers = [], ...waivedAgain] = answered(
    (given) => passGate(texts, found, given),
    request.waivers,
    'findings-unwaived',
    answers?.waivers,
  )
  const asked = dutiesAsked(coming, text.printed, editions, settings)
  const duties = answered(
    (given) => passDuties(coming, asked, given),
    request.duties,
    'duties-open',
    answers?.duties,
  )

  const draft: Appending = { heads: [...heads], recorded: [], records, now, req }
  const withdrawn =
    pendingDecision === 'withdraw'
      ? pendingAfter(publication, heads, today)
      : again.map(({ reissues }) => reissues)
  for (const { number, effectiveFrom } of withdrawn)
    appendEdition(draft, { ...bare, kind: 'withdrawal', effectiveFrom, withdraws: number })
  const edition = appendEdition(draft, {
    ...bare,
    ...entry,
    documents,
    summary,
    waivers,
    duties,
    requestSha256: requestHash(request),
  })
  for (const [i, { coming: own, documents: its, reissues }] of again.entries())
    appendEdition(draft, {
      ...bare,
      kind: own.kind,
      effectiveFrom: own.effectiveFrom,
      documents: its,
      summary: own.summary,
      waivers: waivedAgain[i] ?? [],
      // What was recorded of its own change goes with it; of the urgent one it is recorded there.
      duties: editions.find(({ head }) => head.number === reissues.number)?.duties ?? [],
    })
  await storeEditions(
    draft.recorded,
    (one) => ({
      organisation: records.organisation.id,
      idempotencyKey: one === edition ? (request.idempotencyKey ?? null) : null,
    }),
    req,
  )
  const published = { edition, recorded: draft.recorded, isNew: true, taken, incomplete }
  for (const write of settings.withPublication ?? []) await write(published, req)
  return published
}

/** Which texts a publication may replace, where it has to be held against them. */
export function replacing(
  request: PublishRequest,
  today: string,
  settings: Settings,
): Replacing | null {
  const publication = publicationOf(request, today)
  return (request.only ?? null) !== null || asksDuties(publication, settings) ? publication : null
}

const publicationOf = (request: PublishRequest, today: string) => ({
  kind: request.kind ?? ('amendment' as const),
  effectiveFrom: request.effectiveFrom ?? today,
  corrects: request.corrects ?? null,
  withdraws: request.withdraws ?? null,
  pendingDecision: request.pendingDecision ?? null,
})

/** What the same request published before; null for a new one. */
async function publishedBefore(
  request: PublishRequest,
  editions: readonly StoredEdition[],
  req: PayloadRequest,
  settings: Settings,
): Promise<Published | null> {
  const key = request.idempotencyKey
  const known = key ? editions.find(({ idempotencyKey }) => idempotencyKey === key) : undefined
  if (!key || !known) return null
  if (known.requestSha256 !== null && known.requestSha256 !== requestHash(request))
    throw keyReused(key, known.head)
  const edition = await storedEdition(known.head.id, req, settings)
  return { edition, recorded: [], isNew: false, taken: null, incomplete: {} }
}

/** What was asked for, whatever day or edition it was asked on. */
const requestHash = ({ policy, idempotencyKey, latest, ...request }: PublishRequest): string =>
  sha256Of({
    kind: request.kind ?? 'amendment',
    effectiveFrom: request.effectiveFrom ?? null,
    corrects: request.corrects ?? null,
    withdraws: request.withdraws ?? null,
    pendingDecision: request.pendingDecision ?? null,
    summary: written(request.summary),
    // Left out where there are none, as in requests recorded before there were any.
    ...(request.waivers?.length && { waivers: request.waivers }),
    ...(request.duties?.length && { duties: request.duties }),
    ...(request.only && { only: [...request.only].sort() }),
  })

/** What is held back keeps the text of an edition, which only these follow or set right. */
const notInPart = new OperationRefused('selection-refused', {
  ja: '変更を選んで公表できるのは、改定と訂正だけです。only を外してください。',
  en: 'Only an amendment or an erratum can be published in part. Leave out `only`.',
})

/** The languages in which a summary says something. */
const written = (summary: Localised<string> = {}): Localised<string> =>
  Object.fromEntries(Object.entries(summary).filter(([, text]) => text))

const notPublishable = (refusals: ReturnType<typeof refusePublication>) =>
  new OperationRefused(
    'not-publishable',
    {
      ja: refusals.map((refusal) => refusal.message.ja).join(''),
      en: refusals.map((refusal) => refusal.message.en).join(' '),
    },
    refusals,
  )
