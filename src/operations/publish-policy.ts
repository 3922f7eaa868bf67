import { sql } from '@payloadcms/db-postgres'
import { isolateObjectProperty, type PayloadRequest } from 'payload'
import {
  bringsText,
  type EditionHead,
  pendingAfter,
  type Reissue,
  refusePublication,
  reissuesOf,
  sha256Of,
} from '../core/edition/index.ts'
import type { Localised } from '../core/records.ts'
import { announceEdition } from './announce-edition.ts'
import { type Answers, answered } from './answered.ts'
import { type Appending, appendEdition, bare } from './append-edition.ts'
import type { Documents } from './compose-all.ts'
import { databaseClock } from './database-clock.ts'
import { asksDuties, passDuties } from './duties-gate.ts'
import { guardEditions, guardRemedy } from './edition-guard.ts'
import { loadPolicy, type Reading } from './load-policy.ts'
import { printedAs } from './next-edition.ts'
import { policyMissing } from './policy-missing.ts'
import type { Published, PublishRequest } from './publication.ts'
import { conflict, isLostRace, keyReused } from './publication-conflict.ts'
import { passGate } from './publishing-gate.ts'
import { OperationRefused } from './refused.ts'
import { carriedInto } from './reissue.ts'
import { type Settings, settingsOf } from './settings.ts'
import { queryIn, tableOf } from './sql.ts'
import {
  editionTexts,
  type StoredEdition,
  storedEdition,
  storedEditions,
} from './stored-editions.ts'
import { tellHere } from './tell-here.ts'
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

  const { today, now } = await databaseClock(req)
  const publication = {
    kind: request.kind ?? 'amendment',
    effectiveFrom: request.effectiveFrom ?? today,
    corrects: request.corrects ?? null,
    withdraws: request.withdraws ?? null,
    pendingDecision: request.pendingDecision ?? null,
  }
  const { only = null } = request
  if (only !== null && !bringsText[publication.kind]) throw notInPart
  const replacing = only !== null || asksDuties(publication, settings) ? publication : null
  seen.push(...(await storedEditions(request.policy, req, replacing)))
  const repeated = await publishedBefore(request, seen, req, settings)
  if (repeated) return repeated
  const heads = seen.map(({ head }) => head)
  const { latest = null } = request
  if (latest !== null && latest !== heads.length) throw conflict(heads.slice(latest))

  const refusals = refusePublication(publication, heads, today)
  if (refusals.length) throw notPublishable(refusals)

  const records = await loadPolicy(request.policy, reading)
  if (!records) throw policyMissing(request.policy)
  const hasText = publication.kind !== 'withdrawal' && publication.kind !== 'repeal'
  const { documents, incomplete, taken } = hasText
    ? textToPublish({ ...publication, only }, { records, editions: seen, settings })
    : { documents: {}, incomplete: {}, taken: null }
  const { pendingDecision, ...entry } = publication
  const summary = written(request.summary)
  const coming = { ...entry, number: heads.length + 1, recordedAt: now, summary }
  const printed = printedAs(coming, documents, heads, records.policy)
  const reissues = pendingDecision === 'reissue' ? reissuesOf(publication, heads, today) : []
  const reissued = await reissuedTexts(reissues, documents, req, settings)
  const again = reissues.map(({ pending: { kind, effectiveFrom, summary } }, i) => ({
    coming: {
      kind: kind === 'import' ? ('import' as const) : ('amendment' as const),
      effectiveFrom,
      corrects: null,
      withdraws: null,
      summary,
      number: coming.number + 1 + i,
      recordedAt: now,
    },
    documents: reissued[i] ?? {},
  }))
  const known = [...heads, coming, ...again.map((one) => one.coming)]
  const texts = [
    { coming, documents: printed },
    ...again.map((one, i) => ({
      coming: one.coming,
      documents: printedAs(one.coming, one.documents, known, records.policy),
      ...(reissues[i] && { reissues: reissues[i].pending }),
    })),
  ]
  const [waivers = [], ...waivedAgain] = answered(
    (given) => passGate({ texts, records, waivers: given, today }, settings),
    request.waivers,
    'findings-unwaived',
    answers?.waivers,
  )
  const duties = answered(
    (given) => passDuties({ coming, documents: printed, editions: seen, records: given }, settings),
    request.duties,
    'duties-open',
    answers?.duties,
  )

  const draft: Appending = { heads: [...heads], recorded: [], records, now, req }
  const withdrawn =
    pendingDecision === 'withdraw'
      ? pendingAfter(publication, heads, today)
      : reissues.map(({ pending }) => pending)
  for (const { number, effectiveFrom } of withdrawn)
    await appendEdition(draft, { ...bare, kind: 'withdrawal', effectiveFrom, withdraws: number })
  const edition = await appendEdition(draft, {
    ...bare,
    ...entry,
    documents,
    summary,
    waivers,
    duties,
    idempotencyKey: request.idempotencyKey ?? null,
    requestSha256: requestHash(request),
  })
  for (const [i, { coming: own, documents: text }] of again.entries())
    await appendEdition(draft, {
      ...bare,
      kind: own.kind,
      effectiveFrom: own.effectiveFrom,
      documents: text,
      summary: own.summary,
      waivers: waivedAgain[i] ?? [],
      // What was recorded of its own change goes with it; of the urgent one it is recorded there.
      duties: seen.find(({ head }) => head.number === reissues[i]?.pending.number)?.duties ?? [],
    })
  const published = { edition, recorded: draft.recorded, isNew: true, taken, incomplete }
  for (const one of draft.recorded) await announceEdition(one, req)
  for (const write of settings.withPublication ?? []) await write(published, req)
  return published
}

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
