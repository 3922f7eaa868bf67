import type { PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { answerAsMade, JSON_LINES } from '../../../plugins/privacy-policy/streams/answer-lines.ts'
import { wholeLines } from '../../../plugins/privacy-policy/streams/whole-lines.ts'
import { planWriter, readPlan } from '../../../src/core/bulk/plan-file.ts'
import { OperationRefused } from '../../../src/operations/refused.ts'

/* An answer that takes long: what is on the way hears of it now and then, and the client is told no less. */

const req = { i18n: { language: 'en' }, user: { id: 'u' } } as unknown as PayloadRequest

/** A clock that is told when it has been silent for too long. */
function clock() {
  let strike = () => {}
  return {
    tooLong: () => strike(),
    silence: (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        strike = resolve
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
  }
}

/** Work that goes on when it is told to. */
function work() {
  let goOn = (_: string | Error) => {}
  const wait = () =>
    new Promise<string>((resolve, reject) => {
      goOn = (told) => (typeof told === 'string' ? resolve(told) : reject(told))
    })
  return {
    says: (told: string | Error) => goOn(told),
    async *lines() {
      while (true) {
        const line = await wait()
        if (line === '') return
        yield line
      }
    },
  }
}

const refused = new OperationRefused('plan-drifted', { ja: '変わりました。', en: 'It changed.' })
const turn = () => new Promise((resolve) => setImmediate(resolve))
const readerOf = ({ body }: Response) => {
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  return async () => {
    const { value, done } = await reader.read()
    return done ? null : new TextDecoder().decode(value)
  }
}

test('what is refused before anything was said is a refusal', async () => {
  const { says, lines } = work()
  const answer = answerAsMade(JSON_LINES, lines(), req)
  await turn()
  says(refused)
  await expect(answer).rejects.toBe(refused)
})

test('an empty line is said when nothing is for long, before the first line and between two', async () => {
  const { says, lines } = work()
  const { tooLong, silence } = clock()
  const answer = answerAsMade(JSON_LINES, lines(), req, { silence })
  await turn()
  tooLong()
  const response = await answer
  expect([response.status, response.headers.get('content-type')]).toEqual([200, JSON_LINES])
  const read = readerOf(response)
  expect(await read()).toBe('\n')
  const again = read()
  await turn()
  tooLong()
  expect(await again).toBe('\n')
  const first = read()
  await turn()
  says('{"a":1}\n')
  expect(await first).toBe('{"a":1}\n')
  const between = read()
  await turn()
  tooLong()
  expect(await between).toBe('\n')
  const end = read()
  await turn()
  says('')
  expect(await end).toBeNull()
})

test('what is refused after that, also while nobody reads, is the last line', async () => {
  const { says, lines } = work()
  const { tooLong, silence } = clock()
  const answer = answerAsMade(JSON_LINES, lines(), req, { silence })
  await turn()
  tooLong()
  const read = readerOf(await answer)
  expect(await read()).toBe('\n')
  says(refused)
  await turn()
  expect(JSON.parse((await read()) ?? '')).toMatchObject({
    refused: { status: 409, code: 'plan-drifted', detail: 'It changed.' },
  })
  expect(await read()).toBeNull()
})

test('a client that goes away is told of, and the work ends after what is begun', async () => {
  let ended = false
  async function* lines() {
    try {
      yield '{}\n'
      yield '{}\n'
    } finally {
      ended = true
    }
  }
  let gone = false
  const response = await answerAsMade(JSON_LINES, lines(), req, {
    onGone: () => {
      gone = true
    },
  })
  await response.body?.cancel()
  expect([gone, ended]).toEqual([true, true])
})

test('a plan with empty lines among its own is the plan', async () => {
  const head = { schema: 1, title: '移転', madeAt: '', madeBy: '', reverts: null } as const
  const unit = { organisation: null, changes: [], policies: [], read: [] }
  const writer = planWriter(head)
  async function* pieces() {
    yield writer.begin() + writer.add(unit as never)
    yield writer.add(unit as never)
    yield writer.end().text
  }
  const lines: string[] = []
  for await (const piece of wholeLines(pieces())) {
    expect(piece.endsWith('\n')).toBe(true)
    lines.push('', ...piece.trimEnd().split('\n'), '')
  }
  expect(JSON.parse(lines.join('\n'))).toMatchObject({ title: '移転' })
  const read: object[] = []
  for await (const line of readPlan(lines)) read.push(line)
  expect(read.map((line) => Object.keys(line)[0])).toEqual(['head', 'unit', 'unit', 'counts'])
})
