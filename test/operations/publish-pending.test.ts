import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { nodesOf, type PolicyDocument, textOf } from '../../src/core/document.ts'
import {
  type Edition,
  type EditionHead,
  standings,
  verifyChain,
} from '../../src/core/edition/index.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import type { PublishRequest } from '../../src/operations/publishing/publication.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import type { OperationRefused } from '../../src/operations/refused.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { p, policy, section } from '../build.ts'
import { testPayload } from '../payload.ts'
import { refusalOf } from './refusal-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })
const inDays = (days: number) =>
  new Date(Date.now() + (days * 24 + 9) * 3_600_000).toISOString().slice(0, 10)
const today = inDays(0)

type Section = { readonly id: string; readonly heading: string }
type Made = { readonly policy: string; readonly sections: readonly Section[] }

const written = (locale: 'ja' | 'en', headings: readonly string[]) =>
  policy(
    {
      locale,
      title: { text: locale === 'ja' ? 'プライバシーポリシー' : 'Privacy Policy', printed: true },
    },
    ...headings.map((heading, i) =>
      section(
        [`s${i}`, 'other', locale === 'ja' ? `第${i + 1}条　` : `Article ${i + 1} `, heading],
        p(locale === 'ja' ? '次のとおりです。' : 'As follows.'),
      ),
    ),
  )
const inJapanese = written('ja', ['利用目的', '第三者提供', '窓口'])
const inEnglish = written('en', ['Purposes', 'Third parties', 'Contact'])

let made = 0
/** A policy in two languages, with its first edition in force. */
async function inForce(): Promise<Made> {
  const { policy } = await importPolicy(
    {
      documents: [inJapanese, inEnglish],
      organisation: `org-${++made}`,
      policy: 'privacy',
      createOrganisation: true,
    },
    await reading(),
  )
  await publish(policy, { kind: 'import', effectiveFrom: '2024-04-01' })
  const { docs } = await payload.find({
    collection: 'policy-sections',
    where: { and: [{ policy: { equals: policy } }, { heading: { exists: true } }] },
    sort: '_policy_sections_sections_order',
    pagination: false,
  })
  return {
    policy,
    sections: docs
      .filter(({ heading }) => heading)
      .map(({ id, heading }) => ({ id, heading: heading as string })),
  }
}
const publish = async (policy: string, request: Omit<PublishRequest, 'policy'> = {}) =>
  publishPolicy({ policy, ...request }, await reading())
const editions = (policy: string) => payloadSource(payload).editions(policy)
const write = (id: string, heading: string, locale: 'ja' | 'en' = 'ja') =>
  payload.update({ collection: 'policy-sections', id, data: { heading }, locale })
const headings = (edition: Edition | undefined, locale = 'ja') =>
  nodesOf(edition?.documents[locale] as PolicyDocument, 'section').map(({ heading }) => heading)
const line = (rows: readonly EditionHead[]) =>
  rows.map(({ kind, effectiveFrom, withdraws }) => [kind, effectiveFrom, withdraws])

/** A pending edition that changed one section, while the working copy is again what is in force. */
async function withPending({ policy, sections }: Made, which: number, heading: string) {
  const { id, heading: old } = sections[which] as Section
  await write(id, heading)
  await publish(policy, { effectiveFrom: inDays(40), summary: { ja: '秋の改定' } })
  await write(id, old)
}

describe('an urgent edition before a pending one, reissued', () => {
  test('withdraws it, comes into force, and is carried into it: one transaction, numbers in order', async () => {
    const own = await inForce()
    const [first, second] = own.sections as [Section, Section]
    await withPending(own, 0, '秋からの見出し')
    await write(second.id, '今日からの見出し')
    const { edition, recorded } = await publish(own.policy, {
      pendingDecision: 'reissue',
      summary: { ja: '緊急の改定' },
    })
    expect(edition.number).toBe(4)
    expect(recorded.map(({ number }) => number)).toEqual([3, 4, 5])

    const rows = await editions(own.policy)
    expect(line(rows).slice(2)).toEqual([
      ['withdrawal', inDays(40), 2],
      ['amendment', today, null],
      ['amendment', inDays(40), null],
    ])
    expect(verifyChain(rows)).toMatchObject({ ok: true, editions: 5 })
    expect(Object.fromEntries(standings(rows, today))).toMatchObject({
      2: 'withdrawn',
      4: 'inForce',
      5: 'upcoming',
    })
    const [, , , urgent, reissued] = rows
    expect(headings(urgent)).toEqual(expect.arrayContaining([first.heading, '今日からの見出し']))
    expect(headings(reissued)).toEqual(
      expect.arrayContaining(['秋からの見出し', '今日からの見出し']),
    )
    expect(reissued?.summary).toEqual({ ja: '秋の改定' })
    expect(Object.keys(reissued?.documents ?? {}).sort()).toEqual(['en', 'ja'])
    expect(textOf(reissued?.documents.en as PolicyDocument)).toBe(
      textOf(rows[1]?.documents.en as PolicyDocument),
    )
  })

  test('is carried through all that are pending, one made from the other', async () => {
    const own = await inForce()
    const [first, second, third] = own.sections as [Section, Section, Section]
    await write(first.id, '一つめ')
    await publish(own.policy, { effectiveFrom: inDays(40) })
    await write(second.id, '二つめ')
    await publish(own.policy, { effectiveFrom: inDays(80) })
    await write(first.id, first.heading)
    await write(second.id, second.heading)
    await write(third.id, '緊急')
    await publish(own.policy, { pendingDecision: 'reissue' })
    const rows = await editions(own.policy)
    expect(line(rows).slice(3)).toEqual([
      ['withdrawal', inDays(40), 2],
      ['withdrawal', inDays(80), 3],
      ['amendment', today, null],
      ['amendment', inDays(40), null],
      ['amendment', inDays(80), null],
    ])
    expect(headings(rows[6])).toEqual(expect.arrayContaining(['一つめ', second.heading, '緊急']))
    expect(headings(rows[7])).toEqual(expect.arrayContaining(['一つめ', '二つめ', '緊急']))
  })

  test('by an erratum of what is in force', async () => {
    const own = await inForce()
    await withPending(own, 0, '秋からの見出し')
    await write((own.sections[1] as Section).id, '正しい見出し')
    await publish(own.policy, {
      kind: 'erratum',
      corrects: 1,
      effectiveFrom: '2024-04-01',
      pendingDecision: 'reissue',
    })
    expect(headings((await editions(own.policy)).at(-1))).toEqual(
      expect.arrayContaining(['秋からの見出し', '正しい見出し']),
    )
  })

  test('of the same place is refused, with its name and what to do, and nothing is recorded', async () => {
    const own = await inForce()
    const [first] = own.sections as [Section]
    await withPending(own, 0, '秋からの見出し')
    await write(first.id, '今日からの見出し')
    const refused = await refusalOf(publish(own.policy, { pendingDecision: 'reissue' }))
    expect(refused).toMatchObject({
      code: 'not-publishable',
      details: [
        {
          code: 'reissue-conflict',
          edition: 2,
          collection: 'sections',
          id: first.id,
          field: 'heading.ja',
        },
      ],
    })
    expect(refused.messages.ja).toContain('秋からの見出し')
    expect(refused.messages.ja).toContain('withdraw')
    expect(await editions(own.policy)).toHaveLength(2)
  })

  test('in a language that only one of them has is refused', async () => {
    const own = await inForce()
    await withPending(own, 0, '秋からの見出し')
    await write((own.sections[1] as Section).id, '', 'en')
    const refused = await refusalOf(publish(own.policy, { pendingDecision: 'reissue' }))
    expect(refused.messages.ja).toContain('言語「en」')
    expect(await editions(own.policy)).toHaveLength(2)
  })

  test('by a repeal, or as the first of all, is refused: there is nothing to carry', async () => {
    const own = await inForce()
    await withPending(own, 0, '秋からの見出し')
    expect(
      await refusalOf(publish(own.policy, { kind: 'repeal', pendingDecision: 'reissue' })),
    ).toMatchObject({ details: [{ code: 'reissue-after-repeal' }] })

    const { policy } = await importPolicy(
      {
        documents: [inJapanese],
        organisation: 'first',
        policy: 'privacy',
        createOrganisation: true,
      },
      await reading(),
    )
    await publish(policy, { effectiveFrom: inDays(40) })
    expect(await refusalOf(publish(policy, { pendingDecision: 'reissue' }))).toMatchObject({
      details: [{ code: 'reissue-of-first' }],
    })
  })
})

test('dates, history and supplementary provision are written from the editions, and again when reissued', async () => {
  const own = await inForce()
  const prints = {
    dates: 'preamble',
    history: true,
    supplement: true,
    calendar: 'western',
  } as const
  await payload.update({ collection: 'policies', id: own.policy, data: { prints } })
  await withPending(own, 0, '秋からの見出し')
  await write((own.sections[1] as Section).id, '今日からの見出し')
  await publish(own.policy, { pendingDecision: 'reissue', summary: { ja: '緊急の改定' } })
  const [imported, pending, , urgent, reissued] = await editions(own.policy)
  const said = (edition: Edition | undefined, locale = 'ja') =>
    textOf(edition?.documents[locale] as PolicyDocument)
  const inYears = (day: string) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${year}年${month}月${date}日`
  }
  expect(said(imported)).not.toContain('改定履歴')
  expect(said(pending)).toContain(`最終改定日：${inYears(inDays(40))}`)
  expect(said(urgent)).toContain(`最終改定日：${inYears(today)}`)
  expect(said(urgent)).toContain(`は、${inYears(today)}から施行する。`)
  expect(said(urgent)).toContain(`・${inYears(today)}　改定（緊急の改定）`)
  expect(said(reissued)).toContain(
    [
      '改定履歴',
      '・2024年4月1日　制定',
      `・${inYears(today)}　改定（緊急の改定）`,
      `・${inYears(inDays(40))}　改定（秋の改定）`,
    ].join('\n'),
  )
  expect(said(reissued, 'en')).toContain('Enacted: April 1, 2024')
  expect(verifyChain(await editions(own.policy))).toMatchObject({ ok: true })
})

describe('what is written along with a publication', () => {
  const settings = settingsOf(payload) as { withPublication?: unknown }
  test('is told of all that was recorded, in the same transaction; if it fails, nothing was', async () => {
    const own = await inForce()
    await withPending(own, 0, '秋からの見出し')
    const told: number[][] = []
    settings.withPublication = [
      async ({ recorded }: { recorded: readonly EditionHead[] }) => {
        told.push(recorded.map(({ number }) => number))
        throw new Error('The outbox is full')
      },
    ]
    await expect(publish(own.policy, { pendingDecision: 'withdraw' })).rejects.toThrow('outbox')
    settings.withPublication = []
    expect(told).toEqual([[3, 4]])
    expect(await editions(own.policy)).toHaveLength(2)
    await publish(own.policy, { pendingDecision: 'withdraw' })
    expect(await editions(own.policy)).toHaveLength(4)
  })
})

describe('who comes second', () => {
  test('is told by number, day and hash what was published in the meantime', async () => {
    const own = await inForce()
    const results = await Promise.allSettled([1, 2, 3].map(() => publish(own.policy)))
    const rows = await editions(own.policy)
    expect(verifyChain(rows)).toMatchObject({ ok: true, editions: rows.length })
    for (const result of results) {
      if (result.status === 'fulfilled') continue
      const { code, messages, details } = result.reason as OperationRefused
      expect(code).toBe('conflict')
      const { number, sha256 } = details[0] as EditionHead
      expect(rows.find((row) => row.number === number)?.sha256).toBe(sha256)
      expect(messages.ja).toContain(`第${number}版、${today} 施行`)
    }
  })

  test('is told too when the other was done before, if he says what he knows of', async () => {
    const own = await inForce()
    await publish(own.policy)
    const refused = await refusalOf(publish(own.policy, { latest: 1 }))
    expect(refused).toMatchObject({ code: 'conflict', details: [{ number: 2 }] })
    expect((await publish(own.policy, { latest: 2 })).edition.number).toBe(3)
  })

  test('with the same key has published what the first did, also at the same moment', async () => {
    const own = await inForce()
    const request = { idempotencyKey: 'k', summary: { ja: '改定' } }
    const results = await Promise.all([1, 2, 3].map(() => publish(own.policy, request)))
    expect(new Set(results.map(({ edition }) => edition.sha256)).size).toBe(1)
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await editions(own.policy)).toHaveLength(2)
  })

  test('with the same key for something else is refused', async () => {
    const own = await inForce()
    await publish(own.policy, { idempotencyKey: 'k', summary: { ja: '改定' } })
    for (const other of [
      { summary: { ja: '別の改定' } },
      { summary: { ja: '改定' }, effectiveFrom: inDays(3) },
      { summary: { ja: '改定' }, kind: 'erratum', corrects: 1 } as const,
    ])
      expect(await refusalOf(publish(own.policy, { idempotencyKey: 'k', ...other }))).toMatchObject(
        { code: 'idempotency-key-reused' },
      )
    expect(await editions(own.policy)).toHaveLength(2)
  })
})
