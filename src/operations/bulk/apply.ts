import { isError, type PlanCounts, type PlanHead, type PlanUnit } from '../../core/bulk/plan.ts'
import { readPlan } from '../../core/bulk/plan-file.ts'
import { reasonProblem } from '../../core/validate/reason.ts'
import { guardEditions, guardRemedy } from '../editions/edition-guard.ts'
import { tellHere } from '../editions/tell-here.ts'
import type { Reading } from '../policy/load-policy.ts'
import { isLostRace } from '../publishing/publication-conflict.ts'
import { OperationRefused } from '../refused.ts'
import { type Drifted, driftOf, driftRefused, type Resaved, resavedOf } from './drift.ts'
import { inParallel } from './in-parallel.ts'
import { journalStatement, journalValues, unitKey, type Written, writtenUnits } from './journal.ts'
import { type KeptConnections, keptConnections } from './kept-connections.ts'
import { type Publishing, publishReached, type Waiving } from './publish-reached.ts'
import { alone, inOwnTransaction, inPayloadTransaction, type Session } from './session.ts'
import { writeThroughHooks } from './through-hooks.ts'
import { writeAtOnce } from './write-at-once.ts'
import { writeChanges } from './write-changes.ts'

export type ApplyOptions = {
  /** Who applies it, as the log and the history of records name him. */
  readonly appliedBy: string
  /** Findings of severity error that may arise, by their rule or key, each with its reason. @default none */
  readonly waivers?: readonly Waiving[]
  /** Publishes the policies whose text changes, each along with its organisation's changes. @default nothing */
  readonly publish?: Publishing
  /** The way of Payload's own saves, with a host's hooks: slow. @default false */
  readonly throughHooks?: boolean
  /** Organisations that are written at once. @default 4 */
  readonly concurrency?: number
  /** No more organisations than this; the next run goes on from there. @default all */
  readonly limit?: number
  /** Everything is looked at, and nothing written. @default false */
  readonly dryRun?: boolean
  /** When it is aborted, what is begun is finished and nothing else is begun. */
  readonly signal?: AbortSignal
}

/** What is asked of an application, beside who asks. */
export type ApplyRequest = Omit<ApplyOptions, 'appliedBy' | 'signal'>

/** What an application says as it goes: how much there is, what becomes of each organisation, and that it is over. */
export type AppliedLine =
  | Pick<Applying, 'sha256' | 'counts' | 'left'>
  | UnitOutcome
  | { readonly end: true }

export type UnitOutcome = {
  /** The slug; null for the shared library. */
  readonly organisation: string | null
  /** `already`: an earlier run wrote it. `drifted`: it has changed while this run was under way, and was left alone. */
  readonly outcome: 'written' | 'already' | 'drifted' | 'planned'
  readonly records: number
  readonly editions: number
  readonly drifted: readonly Drifted[]
}

export type Applying = {
  readonly head: PlanHead
  readonly counts: PlanCounts
  readonly sha256: string
  /** Units that there are to write, those left from earlier runs. */
  readonly left: number
  readonly outcomes: AsyncGenerator<UnitOutcome>
}

/**
 * Applies a plan: each organisation in one transaction, so that it is wholly before or wholly after whatever happens.
 * The log says which are done, in the same transactions; applied again, a plan goes on with the others.
 *
 * @param lines reads the plan file from its beginning; it is read twice
 * @throws OperationRefused before anything is written when records have drifted, or errors arise that nobody waived
 * @throws PlanFileRefused when it is no plan, or not the one that was written
 */
export async function applyPlan(
  lines: () => AsyncIterable<string>,
  options: ApplyOptions,
  reading: Reading,
): Promise<Applying> {
  const { publish } = options
  const plan = await looked(lines, options, reading)
  if (publish && !(await guardEditions(reading.req.payload)))
    throw new OperationRefused('editions-unguarded', guardRemedy)
  return { ...plan, outcomes: outcomes() }

  async function* outcomes(): AsyncGenerator<UnitOutcome> {
    const done = await writtenUnits(plan.sha256, reading)
    let begun = 0
    const units = unitsIn(lines)
    const connections = keptConnections(reading.req.payload)
    const apply = (unit: PlanUnit) => applyUnit(unit, plan, options, connections, reading)
    const isLeft = (unit: PlanUnit) =>
      !done.has(unitKey(plan.sha256, unit.organisation?.id ?? null))
    async function* wanted() {
      for await (const unit of units) {
        if (!hasWork(unit, options)) continue
        if (isLeft(unit)) {
          if (options.signal?.aborted || begun >= (options.limit ?? Number.POSITIVE_INFINITY))
            return
          begun++
          // What all share is settled before anything that prints it.
          if (!unit.organisation) {
            const outcome = await apply(unit)
            yield async () => outcome
            continue
          }
        }
        yield async () => (isLeft(unit) ? apply(unit) : outcomeOf(unit, 'already'))
      }
    }
    try {
      yield* inParallel(wanted(), options.dryRun ? 1 : (options.concurrency ?? 4))
    } finally {
      await connections?.close()
    }
  }
}

/** Reads the plan once, and refuses what could not be applied whole. */
async function looked(
  lines: () => AsyncIterable<string>,
  options: ApplyOptions,
  reading: Reading,
): Promise<Omit<Applying, 'outcomes'> & { readonly note: string }> {
  let head: PlanHead | undefined
  let end: { readonly counts: PlanCounts; readonly sha256: string } | undefined
  const errors: {
    readonly organisation: string | null
    readonly ruleId: string
    readonly key: string
    readonly message: { ja: string; en: string }
  }[] = []
  // A waiver without a reason waives nothing.
  const waived = (options.waivers ?? []).filter(({ reason }) => !reasonProblem(reason))
  const owners: Owner[] = []
  const resaved: { readonly owner: Owner; readonly its: readonly Resaved[] }[] = []
  let together: PlanUnit[] = []
  // The database looks at units while the next are read.
  let looking: ReturnType<typeof resavedIn> = Promise.resolve([])
  for await (const line of readPlan(lines())) {
    if ('head' in line) head = line.head
    else if ('counts' in line) end = line
    else {
      const { organisation, policies } = line.unit
      if (hasWork(line.unit, options)) {
        owners.push(organisation)
        together.push(line.unit)
      }
      for (const { appeared } of policies)
        for (const { key, ruleId, message } of appeared.filter(isError))
          if (!waived.some(({ finding }) => finding === ruleId || finding === key))
            errors.push({ organisation: organisation?.slug ?? null, ruleId, key, message })
    }
    if (together.length === TOGETHER || (end && together.length)) {
      resaved.push(...(await looking))
      looking = resavedIn(together, reading)
      looking.catch(() => undefined)
      together = []
    }
  }
  resaved.push(...(await looking))
  if (!head || !end) throw new RangeError('Expected a plan with a head and an end')
  const { sha256 } = end
  if (errors.length) throw hasErrors(errors)
  const done = await writtenUnits(sha256, reading)
  const isLeft = (owner: Owner) => !done.has(unitKey(sha256, owner?.id ?? null))
  for (const { owner, its } of resaved) {
    const drifted = isLeft(owner) ? await driftOf(its, reading) : []
    if (drifted.length) throw driftRefused(owner?.slug ?? null, drifted)
  }
  const note = `${head.title}（計画 ${sha256.slice(0, 12)}、${options.appliedBy}）`
  return { head, ...end, left: owners.filter(isLeft).length, note }
}

type Owner = PlanUnit['organisation']

/** Units of which it is asked at once whether their records were saved since. */
const TOGETHER = 50

async function resavedIn(units: readonly PlanUnit[], reading: Reading) {
  const session: Session = (text, values, name) => alone(text, values, reading, name)
  const all = await resavedOf(
    units.flatMap(({ read }) => read),
    session,
    reading,
  )
  const found = new Map(all.map((one) => [one.read, one]))
  return units.flatMap(({ organisation: owner, read }) => {
    const its = read.flatMap((one) => found.get(one) ?? [])
    return its.length ? [{ owner, its }] : []
  })
}

async function* unitsIn(lines: () => AsyncIterable<string>): AsyncGenerator<PlanUnit> {
  for await (const line of readPlan(lines())) if ('unit' in line) yield line.unit
}

/** A policy that prints the library's records has no change of its own, and a text to publish. */
const hasWork = ({ changes, policies }: PlanUnit, { publish }: ApplyOptions): boolean =>
  changes.length > 0 || (publish !== undefined && policies.length > 0)

async function applyUnit(
  unit: PlanUnit,
  plan: Pick<Applying, 'head' | 'sha256'> & { readonly note: string },
  options: ApplyOptions,
  connections: KeptConnections | null,
  reading: Reading,
): Promise<UnitOutcome> {
  if (options.dryRun) return outcomeOf(unit, 'planned')
  try {
    if (options.publish || options.throughHooks)
      return await inPayloadTransaction(reading, (session, its) => write(session, its)).then(tell)
    const isWritten =
      connections && (await writeAtOnce(unit, plan, options.appliedBy, connections, reading))
    if (isWritten) return outcomeOf(unit, 'written')
    await connections?.spare()
    return (await inOwnTransaction(reading.req, (session) => write(session, reading))).outcome
  } catch (error) {
    // Another run of the same plan was faster: what it wrote is what this one would have written.
    const done = await writtenUnits(plan.sha256, reading)
    if (done.has(unitKey(plan.sha256, unit.organisation?.id ?? null)))
      return outcomeOf(unit, 'already')
    if (error instanceof OperationRefused && error.code === 'plan-drifted')
      return { ...outcomeOf(unit, 'drifted'), drifted: error.details as readonly Drifted[] }
    // A save that came in between: the transaction saw the records as they were before it.
    if (isLostRace(error)) return outcomeOf(unit, 'drifted')
    throw error instanceof OperationRefused ? within(unit, error) : error
  }

  async function write(session: Session, its: Reading) {
    const resaved = await resavedOf(unit.read, session, its)
    const drifted = await driftOf(resaved, its)
    if (drifted.length) throw driftRefused(unit.organisation?.slug ?? null, drifted)
    const written: readonly Written[] = options.throughHooks
      ? await writeThroughHooks(unit, plan.note, its)
      : await writeChanges(unit, resaved, plan.note, session, its)
    const recorded = options.publish
      ? await publishReached(unit, options.publish, options.waivers ?? [], its)
      : []
    const { head, sha256 } = plan
    await session(
      journalStatement(its.req.payload, 1, '$10::jsonb'),
      [
        ...journalValues(unit, head, sha256, options.appliedBy, recorded.length),
        JSON.stringify(written),
      ],
      'privacy-policy-journal',
    )
    return { outcome: { ...outcomeOf(unit, 'written'), editions: recorded.length }, recorded }
  }

  function tell({ outcome, recorded }: Awaited<ReturnType<typeof write>>): UnitOutcome {
    tellHere(reading.req.payload, recorded)
    return outcome
  }
}

/** The same refusal, and whose it is. */
function within({ organisation }: PlanUnit, { code, messages, details }: OperationRefused) {
  const { ja, en } = messages
  const name = organisation?.slug
  return new OperationRefused(
    code,
    { ja: `${name ?? '共通の文例'}: ${ja}`, en: `${name ?? 'The library'}: ${en}` },
    details,
  )
}

const outcomeOf = (unit: PlanUnit, outcome: UnitOutcome['outcome']): UnitOutcome => ({
  organisation: unit.organisation?.slug ?? null,
  outcome,
  records: unit.changes.length,
  editions: 0,
  drifted: [],
})

const hasErrors = (
  errors: readonly {
    readonly organisation: string | null
    readonly ruleId: string
    readonly key: string
    readonly message: { readonly ja: string; readonly en: string }
  }[],
) => {
  const told = errors.slice(0, 10)
  return new OperationRefused(
    'plan-has-errors',
    {
      ja: `この計画を適用すると、点検のエラーが${errors.length}件生じます。計画を直すか、--waive 規則=理由 で認めてください。${told.map(({ organisation, ruleId, message }) => `［${organisation} ${ruleId}］${message.ja}`).join('')}`,
      en: `Applied, this plan would bring ${errors.length} errors of the check. Mend it, or waive them with --waive RULE=REASON. ${told.map(({ organisation, ruleId, message }) => `[${organisation} ${ruleId}] ${message.en}`).join(' ')}`,
    },
    errors,
  )
}
