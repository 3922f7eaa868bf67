import type { PayloadRequest } from 'payload'
import { planWriter } from '../../../src/core/bulk/plan-file.ts'
import { changeAsked } from '../../../src/operations/bulk/asked-change.ts'
import { refuseFields } from '../../../src/operations/bulk/examine-plan.ts'
import { type Plannable, type Planning, planChange } from '../../../src/operations/bulk/plan.ts'
import { changeOfLines } from '../../../src/operations/bulk/record-file.ts'
import { revertOf } from '../../../src/operations/bulk/revert.ts'
import { selectedRecords } from '../../../src/operations/bulk/selected-records.ts'
import { type ShownLine, shownUnit } from '../../../src/operations/bulk/shown-plan.ts'
import { personOf } from '../../../src/operations/person.ts'
import { settingsOf } from '../../../src/operations/settings.ts'
import { flagOf, parameterOf } from '../parameters.ts'
import { bad, objectIn } from '../request-body.ts'
import { answerAsMade, JSON_LINES } from '../streams/answer-lines.ts'
import { textOf } from '../streams/body-bytes.ts'
import { wholeLines } from '../streams/whole-lines.ts'
import { readChange, readSelection } from './change-request.ts'
import type { Writer } from './writers.ts'

/** Bytes of the longest request for a plan, which is held in memory: some 10,000 records by JSON lines. */
const MOST = 16 * 1024 * 1024

/**
 * `POST /{bulk updates}/plan`: one of the common changes as JSON, or JSON lines `{"collection", "id", "set"}`
 * (`application/jsonl`; `?name=` of the file, or `?title=` of what made them). Writes nothing.
 *
 * The answer is the plan file; with `?shown=true`, JSON lines that hold the comparisons too.
 */
export async function answerPlan(writer: Writer, req: PayloadRequest): Promise<Response> {
  const text = await textOf(req, MOST)
  return planned(await changeIn(text, req), writer, req)
}

/** `POST /{bulk updates}/revert`: `{ "plan": "…" }`, the SHA-256 of a plan that was applied. The answer is a plan. */
export async function answerRevert(writer: Writer, req: PayloadRequest): Promise<Response> {
  const { plan, ...unknown } = objectIn(await textOf(req, MOST))
  if (Object.keys(unknown).length || typeof plan !== 'string' || !/^[\da-f]{8,64}$/.test(plan))
    throw bad('plan', '"0123456789abcdef…" (SHA-256)')
  const { within, reading } = writer
  return planned(await revertOf(plan, reading, within), writer, req)
}

/** `POST /{bulk updates}/records`: a selection. The answer is what a change script is asked about, JSON a line. */
export async function answerRecords(writer: Writer, req: PayloadRequest): Promise<Response> {
  const select = readSelection(objectIn(await textOf(req, MOST)))
  const { within, reading } = writer
  return answerAsMade(JSON_LINES, lines(), req)

  async function* lines() {
    for await (const selected of selectedRecords(select, within, reading))
      yield `${JSON.stringify(selected)}\n`
    yield `${JSON.stringify({ end: true })}\n`
  }
}

async function changeIn(text: string, req: PayloadRequest): Promise<Plannable> {
  const type = req.headers.get('content-type') ?? ''
  if (!/^application\/(?:jsonl|x-ndjson|x-jsonlines)\b/i.test(type))
    return changeAsked(readChange(objectIn(text)), settingsOf(req.payload))
  const [name, title] = [parameterOf(req, 'name'), parameterOf(req, 'title')]
  const isNamed = name !== null || title === null
  return changeOfLines(linesOf(text), {
    name: isNamed ? (name ?? 'lines') : null,
    ...(title !== null && { title }),
  })
}

/** As a file's lines are read: what comes after the last line break is one if it is not empty. */
async function* linesOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    yield text.slice(at, end).replace(/\r$/, '')
    at = end + 1
  }
}

async function planned(
  change: Plannable & { readonly reverts?: string },
  { within, reading }: Writer,
  req: PayloadRequest,
): Promise<Response> {
  const planning = await planChange(change, reading, {
    madeBy: personOf(req)?.name ?? '',
    reverts: change.reverts ?? null,
    within,
  })
  return flagOf(req, 'shown')
    ? answerAsMade(JSON_LINES, shownLines(planning, req), req)
    : answerAsMade('application/json; charset=utf-8', wholeLines(planText(planning, req)), req)
}

/** The head waits for the first unit, so that what is refused of it is refused as a whole. */
async function* planText({ head, units }: Planning, req: PayloadRequest): AsyncGenerator<string> {
  const writer = planWriter(head)
  let before = writer.begin()
  for await (const { unit } of units) {
    await refuseFields(unit.changes, req)
    yield before + writer.add(unit)
    before = ''
  }
  yield before + writer.end().text
}

async function* shownLines({ head, units }: Planning, req: PayloadRequest): AsyncGenerator<string> {
  const line = (shown: ShownLine) => `${JSON.stringify(shown)}\n`
  const writer = planWriter(head)
  writer.begin()
  let before = line({ head })
  for await (const planned of units) {
    await refuseFields(planned.unit.changes, req)
    writer.add(planned.unit)
    yield before + line(shownUnit(planned))
    before = ''
  }
  const { counts, sha256 } = writer.end()
  yield before + line({ counts, sha256 })
}
