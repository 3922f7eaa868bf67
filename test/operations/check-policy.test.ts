import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { parse } from '../../src/core/parse/index.ts'
import { render } from '../../src/core/render/index.ts'
import { checkPolicy } from '../../src/operations/checking/check-policy.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { p, policy as policyOf, section } from '../build.ts'
import { flawed } from '../fixtures/flawed.ts'
import { testPayload } from '../payload.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })

function documentIn(locale: 'ja' | 'en') {
  const word = (ja: string, en: string) => (locale === 'ja' ? ja : en)
  return policyOf(
    { locale, title: { text: word('プライバシーポリシー', 'Privacy Policy'), printed: true } },
    section(
      ['s1', 'other', word('第1条　', 'Article 1 '), word('内容', 'Contents')],
      p(word('次のとおりです。', 'As follows.')),
    ),
  )
}

test('what is checked is the text that publishing prints, in every language that is whole', async () => {
  const { policy } = await importPolicy(
    {
      documents: [documentIn('ja'), documentIn('en')],
      organisation: 'dated',
      policy: 'privacy',
      createOrganisation: true,
    },
    await reading(),
  )
  await publishPolicy({ policy, kind: 'import', effectiveFrom: '2024-04-01' }, await reading())
  await payload.update({
    collection: 'policies',
    id: policy,
    data: { prints: { history: true } },
  })
  const day = '2031-02-03'
  const checked = await checkPolicy({ policy, effectiveFrom: day }, await reading())
  expect(Object.keys(checked.documents)).toEqual(['ja', 'en'])
  expect(checked.incomplete).toEqual({})
  const { edition } = await publishPolicy({ policy, effectiveFrom: day }, await reading())
  for (const [language, document] of Object.entries(edition.documents))
    expect(render(checked.documents[language] as never, 'text')).toBe(render(document, 'text'))
})

test('a policy that is not there and a day that is none are refused', async () => {
  await expect(checkPolicy({ policy: 'none' }, await reading())).rejects.toMatchObject({
    code: 'policy-missing',
  })
  await expect(
    checkPolicy({ policy: 'none', effectiveFrom: '2027-02-30' }, await reading()),
  ).rejects.toMatchObject({ code: 'bad-request' })
})

describe('of a policy with errors', async () => {
  const { policy, organisation } = await importPolicy(
    {
      documents: [parse(flawed).document],
      organisation: 'komorebi',
      policy: 'privacy',
      createOrganisation: true,
    },
    await reading(),
  )
  const checked = async () => checkPolicy({ policy }, await reading())
  const rulesOf = ({ findings }: Awaited<ReturnType<typeof checkPolicy>>) =>
    findings.map(({ ruleId, severity }) => [ruleId, severity])

  test('each finding names the record and field that an editor opens', async () => {
    const { findings } = await checked()
    expect(findings.map(({ opens }) => opens)).toEqual([
      { collection: 'organisations', id: organisation, field: 'address' },
      { collection: 'organisations', id: organisation, field: 'representatives' },
    ])
    expect(findings.map(({ language }) => language)).toEqual(['ja', 'ja'])
  })

  test('its law is that of the day asked for', async () => {
    const { findings } = await checkPolicy({ policy, effectiveFrom: '2021-04-01' }, await reading())
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('org-representative')
  })

  test('what is answered on request is for information', async () => {
    const answers = (answersOnRequest: boolean) =>
      payload.update({ collection: 'organisations', id: organisation, data: { answersOnRequest } })
    await answers(true)
    expect(rulesOf(await checked())).toEqual([
      ['org-address', 'info'],
      ['org-representative', 'info'],
    ])
    await answers(false)
  })

  test('what it suppresses is told apart, with the reason, for the whole or for a place', async () => {
    const suppressing = (suppressions: { rule: string; place?: string; reason: string }[]) =>
      payload.update({ collection: 'policies', id: policy, data: { suppressions } })
    const reason = '住所は会社概要に掲載しているため'
    await suppressing([{ rule: 'org-address', reason }])
    const whole = await checked()
    expect(rulesOf(whole)).toEqual([['org-representative', 'error']])
    expect(whole.suppressed).toMatchObject([{ finding: { ruleId: 'org-address' }, reason }])

    await suppressing([{ rule: 'org-address', place: policy, reason }])
    expect((await checked()).suppressed).toEqual([])
    await suppressing([{ rule: 'org-address', place: organisation, reason }])
    expect((await checked()).suppressed).toHaveLength(1)
    await suppressing([])
  })
})
