import type { PayloadRequest } from 'payload'
import { dutiesForm, dutiesIn } from '../../../src/core/compare/duties/read-records.ts'
import { pendingDecisions } from '../../../src/core/edition/index.ts'
import { isStorable } from '../../../src/core/storable.ts'
import type { AppliedLine, ApplyRequest } from '../../../src/operations/bulk/apply.ts'
import { applyGivenPlan } from '../../../src/operations/bulk/apply-given-plan.ts'
import { linesOf } from '../../../src/operations/bulk/plan-on-disk.ts'
import type { Publishing, Waiving } from '../../../src/operations/bulk/publish-reached.ts'
import { personOf } from '../../../src/operations/person.ts'
import { OperationRefused } from '../../../src/operations/refused.ts'
import { bad, isObject, objectIn, type RequestBody } from '../request-body.ts'
import { answerAsMade, JSON_LINES } from '../streams/answer-lines.ts'
import { spooled } from '../streams/spooled-file.ts'
import type { Writer } from './writers.ts'

/** How a plan begins. */
const PLAN = '{"schema":'

/** Organisations that one request may have written at once, whatever it asks for: each takes a connection. */
const MOST_AT_ONCE = 8

/**
 * `POST /{bulk updates}/apply`: the bytes of a plan file, and perhaps a line of JSON before them with the options. What
 * is refused of the whole is answered with a problem, and nothing is written; else what becomes of each organisation is
 * told as it is written. A client that goes away stops it after what is begun; sent again, the plan goes on from there.
 */
export async function answerApply(
  writer: Writer,
  most: number,
  req: PayloadRequest,
): Promise<Response> {
  const { options, file, remove } = await spooled(req, most, PLAN)
  const gone = new AbortController()
  return answerAsMade(JSON_LINES, told(), req, { onGone: () => gone.abort() })

  async function* told(): AsyncGenerator<string> {
    const line = (one: AppliedLine) => `${JSON.stringify(one)}\n`
    try {
      const asked = readOptions(objectIn(options))
      if (asked.publish && !writer.mayPublish) throw publishersOnly
      const applying = await applyGivenPlan(
        () => linesOf(file),
        { ...asked, appliedBy: personOf(req)?.name ?? '', signal: gone.signal },
        writer.within,
        writer.reading,
      )
      const { sha256, counts, left } = applying
      yield line({ sha256, counts, left })
      for await (const outcome of applying.outcomes) yield line(outcome)
      yield line({ end: true })
    } finally {
      await remove()
    }
  }
}

/** @throws OperationRefused naming the option that cannot be read */
function readOptions(given: RequestBody): ApplyRequest {
  const { waivers = [], publish, throughHooks, dryRun, concurrency, limit, ...unknown } = given
  const known = 'waivers, publish, throughHooks, dryRun, concurrency, limit'
  for (const name of Object.keys(unknown)) throw bad(name, known)
  const flag = (name: string, value: unknown) => {
    if (value === undefined || typeof value === 'boolean') return value ?? false
    throw bad(name, 'true, false')
  }
  const number = (name: string, value: unknown) => {
    if (Number.isInteger(value) && (value as number) > 0) return value as number
    throw bad(name, '1, 2, 3 …')
  }
  return {
    waivers: waiversIn(waivers),
    ...(publish !== undefined && { publish: publishingIn(publish) }),
    throughHooks: flag('throughHooks', throughHooks),
    dryRun: flag('dryRun', dryRun),
    ...(concurrency !== undefined && {
      concurrency: Math.min(number('concurrency', concurrency), MOST_AT_ONCE),
    }),
    ...(limit !== undefined && { limit: number('limit', limit) }),
  }
}

function waiversIn(value: unknown): readonly Waiving[] {
  const isRead = (one: unknown): one is Waiving =>
    isObject(one) && isStorable(one.finding) && isStorable(one.reason)
  if (Array.isArray(value) && value.every(isRead))
    return value.map(({ finding, reason }) => ({ finding, reason }))
  throw bad('waivers', '[{ "finding": "…", "reason": "…" }]')
}

function publishingIn(value: unknown): Publishing {
  const form =
    '{ "effectiveFrom": "2027-04-01", "summary": { "ja": "…" }, "pendingDecision", "duties", "withUnpublished" }'
  if (!isObject(value)) throw bad('publish', form)
  const {
    effectiveFrom,
    summary = {},
    pendingDecision = null,
    duties: given,
    withUnpublished = false,
    ...unknown
  } = value
  const decision = pendingDecisions.find((one) => one === pendingDecision)
  const isRead =
    Object.keys(unknown).length === 0 &&
    isStorable(effectiveFrom) &&
    isObject(summary) &&
    Object.values(summary).every(isStorable) &&
    (pendingDecision === null || decision !== undefined) &&
    typeof withUnpublished === 'boolean'
  if (!isRead) throw bad('publish', form)
  const duties = dutiesIn(given)
  if (!duties) throw bad('duties', dutiesForm)
  return {
    effectiveFrom,
    summary: summary as { readonly [language: string]: string },
    duties,
    withUnpublished,
    ...(decision && { pendingDecision: decision }),
  }
}

const publishersOnly = new OperationRefused('not-allowed', {
  ja: '一括更新と同時に公表できるのは、公表者だけです。権限のあるユーザーでログインしてください。',
  en: 'Only publishers publish along with a bulk update. Sign in as one of them.',
})
