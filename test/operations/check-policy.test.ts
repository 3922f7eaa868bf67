import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { render } from '../../src/core/render/index.ts'
import { checkPolicy } from '../../src/operations/check-policy.ts'
import { importPolicy } from '../../src/operations/import-policy.ts'
import { publishPolicy } from '../../src/operations/publish-policy.ts'
import { p, policy as policyOf, section } from '../build.ts'
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
