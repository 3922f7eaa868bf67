import { expect, test } from 'vitest'
import type { EditionRow } from '../../src/core/edition/index.ts'
import { nextTry } from '../../src/core/webhooks/back-off.ts'
import { overtakenBy, planEvents, webhookEvents } from '../../src/core/webhooks/events.ts'
import { messageBody, messageId } from '../../src/core/webhooks/message.ts'
import { chain } from './edition-chain.ts'

const all = { events: webhookEvents, leadDays: [7, 30, 30] }
const rows = chain(
  { effectiveFrom: '2025-01-01', recordedAt: '2025-01-01T03:00:00.000Z' },
  { effectiveFrom: '2025-04-01', recordedAt: '2025-02-20T00:00:00.000Z' },
  {
    kind: 'withdrawal',
    withdraws: 2,
    effectiveFrom: '2025-03-20',
    recordedAt: '2025-03-20T00:00:00.000Z',
  },
  { effectiveFrom: '2025-04-01', recordedAt: '2025-03-20T01:00:00.000Z' },
  { kind: 'import', effectiveFrom: '2020-04-01', recordedAt: '2025-05-01T00:00:00.000Z' },
) as [EditionRow, EditionRow, EditionRow, EditionRow, EditionRow]
const planOf = (number: number) =>
  planEvents(rows[number - 1] as EditionRow, rows.slice(0, number), all).map(
    ({ event, leadDays, dueAt }) => [event, leadDays, dueAt],
  )

test('an edition in force from the day it was recorded is told at once', () => {
  expect(planOf(1)).toEqual([
    ['edition.published', null, '2025-01-01T03:00:00.000Z'],
    ['edition.in-force', null, '2025-01-01T03:00:00.000Z'],
  ])
})
test('an edition to come is told when recorded, each lead before its day, and on its day', () => {
  expect(planOf(2)).toEqual([
    ['edition.published', null, '2025-02-20T00:00:00.000Z'],
    ['edition.upcoming', 30, '2025-03-01T15:00:00.000Z'],
    ['edition.upcoming', 7, '2025-03-24T15:00:00.000Z'],
    ['edition.in-force', null, '2025-03-31T15:00:00.000Z'],
  ])
})
test('a withdrawal and an old text have no day of their own; a lead that has passed is left out', () => {
  expect(planOf(3).map(([event]) => event)).toEqual(['edition.published'])
  expect(planOf(5).map(([event]) => event)).toEqual(['edition.published'])
  expect(planOf(4).map(([, leadDays]) => leadDays)).toEqual([null, 7, null])
})
test('what was withdrawn is not told any more, what took its place is', () => {
  const day = '2025-03-31T15:00:00.000Z'
  const told = (number: number, event: (typeof webhookEvents)[number], instant: string) =>
    overtakenBy({ event, edition: rows[number - 1] as EditionRow }, rows, instant)
  expect(told(2, 'edition.in-force', day)).toBe('withdrawn')
  expect(told(2, 'edition.published', day)).toBeNull()
  expect(told(4, 'edition.in-force', day)).toBeNull()
  expect(told(4, 'edition.upcoming', '2025-03-24T15:00:00.000Z')).toBeNull()
  expect(told(4, 'edition.upcoming', day)).toBe('overtaken')
  expect(told(1, 'edition.in-force', day)).toBe('overtaken')
})
test('a message has the same id whenever it is made, and another for each lead and endpoint', () => {
  const plan = planEvents(rows[1], rows.slice(0, 2), all)
  const ids = ['a', 'b'].flatMap((endpoint) => plan.map((event) => messageId(endpoint, event)))
  expect(new Set(ids).size).toBe(8)
  for (const id of ids) expect(id).toMatch(/^msg_[\w-]{27}$/)
  expect(ids.slice(0, 4)).toEqual(plan.map((event) => messageId('a', event)))
})
test('its body identifies the edition, and holds neither text nor what is internal', () => {
  const [event] = planEvents(rows[1], rows.slice(0, 2), all)
  if (!event) throw new Error('Expected an event')
  const body = messageBody(event, { edition: '/x' })
  expect(body).toMatchObject({
    type: 'edition.published',
    timestamp: '2025-02-20T00:00:00.000Z',
    data: { edition: { number: 2, sha256: rows[1].sha256 }, links: { edition: '/x' } },
  })
  expect(JSON.stringify(body)).not.toMatch(/取得します|internal|salt|publishedBy/)
})
test('pauses grow, and end', () => {
  const now = new Date('2025-06-01T00:00:00.000Z')
  const pauses = Array.from({ length: 10 }, (_, i) => nextTry(i + 1, now, 0)?.getTime() ?? null)
  const known = pauses.filter((time) => time !== null)
  expect(known).toEqual([...known].sort((a, b) => a - b))
  expect(pauses.at(-1)).toBeNull()
  expect(nextTry(1, now, 1)?.getTime()).toBe(now.getTime() + 5500)
})
