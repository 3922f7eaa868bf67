import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { nodesOf, type PolicyDocument, textOf } from '../../src/core/document.ts'
import type { Edition } from '../../src/core/edition/index.ts'
import { sectionOrderField } from '../../src/core/slugs.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { checkPolicy } from '../../src/operations/checking/check-policy.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { composeCandidate } from '../../src/operations/publishing/candidate.ts'
import { type PickableText, pickableText } from '../../src/operations/publishing/pickable-text.ts'
import type { PublishRequest } from '../../src/operations/publishing/publication.ts'
import { publicationStatus } from '../../src/operations/publishing/publication-status.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { follow, p, partner, policy, purpose, purposes, rows, section } from '../build.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { byTable, statementsOf } from '../statements.ts'
import { refusalOf } from './refusal-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
withoutGate(payload)
const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })
const inDays = (days: number) =>
  new Date(Date.now() + (days * 24 + 9) * 3_600_000).toISOString().slice(0, 10)
const today = inDays(0)

const written = (locale: 'ja' | 'en') => {
  const word = (ja: string, en: string) => (locale === 'ja' ? ja : en)
  const number = (n: number) => word(`第${n}条　`, `Article ${n} `)
  return policy(
    {
      locale,
      title: { text: word('プライバシーポリシー', 'Privacy Policy'), printed: true },
    },
    section(
      ['s1', 'purposes', number(1), word('利用目的', 'Purposes')],
      purposes(...rows('・', purpose('p1', word('配送のため', 'For delivery')))),
    ),
    section(
      ['s2', 'jointUse', number(2), word('共同利用', 'Joint use')],
      p(partner('j1', word('株式会社みさき物流', 'Misaki Logistics'))),
      purposes(...rows('・', purpose('p1', word('配送のため', 'For delivery')))),
    ),
    section(
      ['s3', 'contact', number(3), word('窓口', 'Contact')],
      p(follow('s1', 'number', word('第1条', 'Article 1')), word('について。', ': write to us.')),
    ),
  )
}

let made = 0
/** A policy in two languages, with its first edition in force, and its records by what they said in it. */
async function inForce() {
  const { policy: id } = await importPolicy(
    {
      documents: [written('ja'), written('en')],
      organisation: `part-${++made}`,
      policy: 'privacy',
      createOrganisation: true,
    },
    await reading(),
  )
  const { edition } = await publish(id, { kind: 'import', effectiveFrom: '2024-04-01' })
  const ids = (type: 'section' | 'purpose' | 'jointUsePartner') =>
    nodesOf(edition.documents.ja as PolicyDocument, type).map((node) => node.id)
  const [s1 = '', s2 = '', s3 = ''] = ids('section')
  return {
    id,
    edition,
    s1,
    s2,
    s3,
    p1: ids('purpose')[0] ?? '',
    j1: ids('jointUsePartner')[0] ?? '',
  }
}
type Made = Awaited<ReturnType<typeof inForce>>

const publish = async (id: string, request: Omit<PublishRequest, 'policy'> = {}) =>
  publishPolicy({ policy: id, ...request }, await reading())
const changesOf = async (
  id: string,
  asked: Partial<Parameters<typeof pickableText>[0]> = {},
): Promise<PickableText> => pickableText({ policy: id, ...asked }, await reading())
const keysOf = async (id: string) => (await changesOf(id)).changes.map(({ key }) => key)
const write = (
  collection: 'policy-sections' | 'purposes' | 'joint-use-partners',
  id: string,
  data: object,
  locale: 'ja' | 'en' = 'ja',
) => payload.update({ collection, id, data, locale })

/** In both languages: the heading of the first section, the purpose that two print, and a section between them. */
async function change({ id, s1, p1 }: Made): Promise<string> {
  await write('policy-sections', s1, { heading: '利用目的について' })
  await write('policy-sections', s1, { heading: 'About purposes' }, 'en')
  await write('purposes', p1, { text: '商品の配送のため' })
  await write('purposes', p1, { text: 'For the delivery of goods' }, 'en')
  const fresh = await payload.create({
    collection: 'policy-sections',
    data: { policy: id, kind: 'other', numbered: 'style', heading: '委託' } as never,
  })
  await write('policy-sections', fresh.id, { heading: 'Entrustment' }, 'en')
  return fresh.id
}

const lines = (edition: Pick<Edition, 'documents'>, locale = 'ja') =>
  textOf(edition.documents[locale] as PolicyDocument).split('\n')

describe('some changes of a working copy', () => {
  test('are listed, each with its words, its typed changes and what it needs', async () => {
    const own = await inForce()
    const fresh = await change(own)
    const { against, changes } = await changesOf(own.id)
    expect(against).toMatchObject({ number: 1, effectiveFrom: '2024-04-01' })
    expect(changes).toMatchObject([
      { key: `sections/${own.s1}`, change: 'changed', needs: [], changes: [{ how: 'retitled' }] },
      {
        key: `purposes/${own.p1}`,
        change: 'changed',
        name: { ja: '利用目的「商品の配送のため」（第1条、第2条）' },
        changes: [{ of: 'purpose', how: 'changed', before: '配送のため' }],
      },
      { key: `sections/${fresh}`, change: 'added', name: { ja: '条項「第4条　委託」' } },
    ])
  })

  test('are published in every language; the rest waits, and follows without a difference', async () => {
    const own = await inForce()
    const fresh = await change(own)
    const { edition, taken } = await publish(own.id, { only: [`purposes/${own.p1}`] })
    expect(taken).toMatchObject([{ key: `purposes/${own.p1}`, isAlong: false }])
    expect(lines(edition)).toEqual([
      'プライバシーポリシー',
      '第1条　利用目的',
      '・商品の配送のため',
      '第2条　共同利用',
      '株式会社みさき物流',
      '・商品の配送のため',
      '第3条　窓口',
      '第1条について。',
    ])
    expect(lines(edition, 'en').slice(0, 3)).toEqual([
      'Privacy Policy',
      'Article 1 Purposes',
      '・For the delivery of goods',
    ])
    const status = await publicationStatus(own.id, await reading())
    expect(status.unpublished).toMatchObject({ any: true, against: 2 })
    expect(await keysOf(own.id)).toEqual([`sections/${own.s1}`, `sections/${fresh}`])

    const rest = await publish(own.id, { only: await keysOf(own.id) })
    const whole = await composeCandidate(own.id, today, await reading().then(({ req }) => req))
    expect(rest.edition.documents).toEqual(whole.edition.documents)
    expect((await publicationStatus(own.id, await reading())).unpublished.any).toBe(false)
  })

  test('are numbered and cited as if there were no others', async () => {
    const own = await inForce()
    const fresh = await change(own)
    const order = sectionOrderField(settingsOf(payload).slugs)
    const first = await payload.findByID({ collection: 'policy-sections', id: own.s1 })
    const { [order]: key } = first as unknown as { readonly [field: string]: string }
    await write('policy-sections', fresh, { [order]: `${key}V` })
    const { edition } = await publish(own.id, { only: [`sections/${fresh}`] })
    expect(lines(edition).filter((line) => line.startsWith('第'))).toEqual([
      '第1条　利用目的',
      '第2条　委託',
      '第3条　共同利用',
      '第4条　窓口',
      '第1条について。',
    ])
    expect(lines(edition, 'en')).toContain('Article 2 Entrustment')
  })

  test('take along what they need, and say so', async () => {
    const own = await inForce()
    const parent = await change(own)
    const child = await payload.create({
      collection: 'policy-sections',
      data: { policy: own.id, parent, kind: 'other', numbered: 'none', heading: '再委託' } as never,
    })
    await write('policy-sections', child.id, { heading: 'Sub-processors' }, 'en')
    const { edition, taken } = await publish(own.id, { only: [`sections/${child.id}`] })
    expect(taken).toMatchObject([
      { key: `sections/${parent}`, isAlong: true, name: { ja: '条項「第4条　委託」' } },
      { key: `sections/${child.id}`, isAlong: false },
    ])
    expect(lines(edition)).toContain('再委託')
    expect(lines(edition)).toContain('・配送のため')
  })

  test('leave a section that is not translated yet for later, and the language whole', async () => {
    const own = await inForce()
    await change(own)
    await payload.create({
      collection: 'policy-sections',
      data: { policy: own.id, kind: 'other', numbered: 'style', heading: '未訳' } as never,
    })
    const whole = await composeCandidate(own.id, today, await reading().then(({ req }) => req))
    expect(Object.keys(whole.edition.documents)).toEqual(['ja'])
    const { edition, incomplete } = await publish(own.id, { only: [`purposes/${own.p1}`] })
    expect(Object.keys(edition.documents)).toEqual(['ja', 'en'])
    expect(incomplete).toEqual({})
    expect(lines(edition, 'en')).toContain('・For the delivery of goods')
  })

  test('are previewed and checked as the text that would be published', async () => {
    const own = await inForce()
    await change(own)
    const { req } = await reading()
    const only = [`purposes/${own.p1}`]
    const part = await composeCandidate(own.id, today, req, only)
    const whole = await composeCandidate(own.id, today, req)
    expect(part.edition.sha256).not.toBe(whole.edition.sha256)
    const checked = await checkPolicy({ policy: own.id, only }, await reading())
    expect(checked.documents).toEqual(part.edition.documents)
    const { edition } = await publish(own.id, { only })
    expect(edition.documents).toEqual(part.edition.documents)
  })
})

describe('what is held back is taken from', () => {
  test('the edition in force on the day, not from one that is pending', async () => {
    const own = await inForce()
    const later = inDays(40)
    await write('policy-sections', own.s1, { heading: '利用目的（新）' })
    await publish(own.id, { effectiveFrom: later })
    await write('purposes', own.p1, { text: '商品の配送のため' })
    expect((await changesOf(own.id, { effectiveFrom: later })).against.number).toBe(2)
    expect((await changesOf(own.id)).changes).toHaveLength(2)
    const { edition, recorded } = await publish(own.id, {
      only: [`purposes/${own.p1}`],
      pendingDecision: 'reissue',
    })
    expect(lines(edition).slice(1, 3)).toEqual(['第1条　利用目的', '・商品の配送のため'])
    const reissued = recorded.at(-1)
    expect(reissued?.effectiveFrom).toBe(later)
    expect(reissued && lines(reissued).slice(1, 3)).toEqual([
      '第1条　利用目的（新）',
      '・商品の配送のため',
    ])
  })

  test('the edition that an erratum corrects', async () => {
    const own = await inForce()
    await write('policy-sections', own.s1, { heading: '利用目的（新）' })
    await publish(own.id, { effectiveFrom: today })
    await write('purposes', own.p1, { text: '商品の配送のため' })
    const { edition } = await publish(own.id, {
      kind: 'erratum',
      corrects: 1,
      effectiveFrom: '2024-04-01',
      pendingDecision: 'keep',
      only: [`purposes/${own.p1}`],
    })
    expect(lines(edition).slice(1, 3)).toEqual(['第1条　利用目的', '・商品の配送のため'])
  })
})

describe('it is refused', () => {
  test('to publish nothing, an unknown change, or a part of what has no edition; nothing is recorded', async () => {
    const own = await inForce()
    await change(own)
    const nothing = await refusalOf(publish(own.id, { only: [] }))
    expect(nothing).toMatchObject({ code: 'selection-refused' })
    const unknown = await refusalOf(
      publish(own.id, { only: ['purposes/none', `purposes/${own.p1}`] }),
    )
    expect(unknown.messages.ja).toContain('purposes/none')
    expect(unknown.details).toContainEqual({ key: `purposes/${own.p1}` })
    const repeal = await refusalOf(
      publish(own.id, { kind: 'repeal', only: [`purposes/${own.p1}`] }),
    )
    expect(repeal.messages.en).toContain('Only an amendment or an erratum')
    expect(await payloadSource(payload).editions(own.id)).toHaveLength(1)

    const { policy: fresh } = await importPolicy(
      {
        documents: [written('ja')],
        organisation: `part-${++made}`,
        policy: 'privacy',
        createOrganisation: true,
      },
      await reading(),
    )
    const first = await refusalOf(publish(fresh, { only: ['policy/title'] }))
    expect(first.messages.en).toContain('no published edition')
  })

  test('to use an idempotency key again for another part', async () => {
    const own = await inForce()
    await change(own)
    const only = [`purposes/${own.p1}`]
    const first = await publish(own.id, { only, idempotencyKey: 'part-a' })
    const again = await publish(own.id, { only, idempotencyKey: 'part-a' })
    expect([again.isNew, again.edition.number]).toEqual([false, first.edition.number])
    const other = await refusalOf(
      publish(own.id, { only: [`sections/${own.s1}`], idempotencyKey: 'part-a' }),
    )
    expect(other.code).toBe('idempotency-key-reused')
  })
})

test('a part asks the database for no more than the whole', async () => {
  const [one, other] = [await inForce(), await inForce()]
  await change(one)
  await change(other)
  const only = [`purposes/${other.p1}`]
  const whole = byTable(await statementsOf(() => publish(one.id)))
  expect(byTable(await statementsOf(() => publish(other.id, { only })))).toEqual(whole)
  for (const [table, count] of Object.entries(whole))
    expect([table, count <= 2]).toEqual([table, true])
})
