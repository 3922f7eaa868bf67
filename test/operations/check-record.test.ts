import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from '../../src/core/parse/index.ts'
import type { RecordCheck } from '../../src/operations/checking/check-record.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { flawed } from '../fixtures/flawed.ts'
import { testPayload } from '../payload.ts'
import { type Client, clientOf, signIn } from '../plugin/client.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const vague = '（4）その他前各号に付随する業務を遂行するため'
const text = flawed.replace(
  '（3）新商品のご案内を電子メールで送るため',
  `（3）新商品のご案内を電子メールで送るため\n${vague}`,
)

/** Policies of one organisation, the errors of which are its own; they print one purpose that says nothing. */
const policies: string[] = []
let organisation = ''
let purpose = ''
let section = ''
let member: Client
let outsider: Client

beforeAll(async () => {
  for (let i = 0; i < 6; i++) {
    const imported = await importPolicy(
      {
        documents: [parse(i === 0 ? text : flawed).document],
        organisation: 'komorebi-shared',
        policy: `policy-${i}`,
        createOrganisation: true,
      },
      reading,
    )
    policies.push(imported.policy)
    organisation = imported.organisation
  }
  const found = await payload.find({
    collection: 'purposes',
    where: { text: { like: '付随する業務' } },
  })
  purpose = found.docs[0]?.id ?? ''
  const sections = await payload.find({
    collection: 'policy-sections',
    where: { purposes: { in: [purpose] } },
    depth: 0,
  })
  const [first] = sections.docs
  section = first?.id ?? ''
  // The second policy prints the same records.
  await payload.create({
    collection: 'policy-sections',
    data: {
      policy: policies[1],
      heading: '利用目的の再掲',
      kind: 'purposes',
      numbered: 'style',
      body: first?.body,
    } as never,
  })
  const user = async (name: string, organisations: string[]) => {
    const credentials = { email: `${name}@example.com`, password: 'a long enough password' }
    const data = { name, ...credentials, policyRole: 'viewer', policyOrganisations: organisations }
    await payload.create({ collection: 'users', data: data as never })
    return signIn(payload, 'users', credentials)
  }
  const other = await importPolicy(
    {
      documents: [parse(flawed).document],
      organisation: 'elsewhere',
      policy: 'privacy',
      createOrganisation: true,
    },
    reading,
  )
  member = await user('member', [organisation])
  outsider = await user('outsider', [other.organisation])
})

const ask = async (client: Client, path: string, etag?: string) => {
  const answer = await client.rest(
    'GET',
    `/api/${path}`,
    undefined,
    etag ? { 'if-none-match': etag } : undefined,
  )
  return {
    ...answer,
    check: answer.json as RecordCheck,
    etag: /"etag","((?:[^"\\]|\\.)*)"/u.exec(answer.headers)?.[1]?.replaceAll('\\"', '"'),
  }
}
const rulesIn = ({ policies: checked }: RecordCheck) =>
  checked.map(({ policy, findings }) => [policy, findings.map(({ ruleId }) => ruleId)])

describe('a record tells what is said of it', () => {
  test('in each policy that prints it, the one asked for first', async () => {
    const { check } = await ask(member, `purposes/${purpose}/findings?policy=${policies[0]}`)
    expect(rulesIn(check)).toEqual([
      [policies[0], ['purpose-vague']],
      // Which prints it in a second list, and there alone.
      [policies[1], ['purpose-vague', 'purpose-list-drift']],
    ])
    expect(check.more).toBe(0)
    const other = await ask(member, `purposes/${purpose}/findings?policy=${policies[1]}`)
    expect(other.check.policies.map(({ policy }) => policy)).toEqual([policies[1], policies[0]])
  })

  test('of an organisation, in some of its policies; how many more there are is said', async () => {
    const { check } = await ask(member, `organisations/${organisation}/findings`)
    expect(check.policies).toHaveLength(5)
    expect(check.more).toBe(1)
    for (const { title, findings } of check.policies) {
      expect(title).toBe('プライバシーポリシー')
      expect(findings.map(({ ruleId }) => ruleId)).toEqual(['org-address', 'org-representative'])
    }
  })

  test('of a section and of a policy, in that policy', async () => {
    for (const path of [`policy-sections/${section}`, `policies/${policies[0]}`]) {
      const { check } = await ask(member, `${path}/findings`)
      expect(check.policies.map(({ policy }) => policy)).toEqual([policies[0]])
    }
  })

  test('to members only', async () => {
    const nobody = await ask(clientOf(payload), `purposes/${purpose}/findings`)
    expect([nobody.status, nobody.text.includes('purpose-vague')]).toEqual([401, false])
    for (const path of [`purposes/${purpose}`, `organisations/${organisation}`])
      expect((await ask(outsider, `${path}/findings`)).check).toEqual({ policies: [], more: 0 })
  })
})

describe('what was told is not told again', () => {
  const path = () => `purposes/${purpose}/findings`

  test('while nothing changed', async () => {
    const first = await ask(member, path())
    expect([first.status, typeof first.etag]).toEqual([200, 'string'])
    expect(first.headers).toContain('no-store')
    const again = await ask(member, path(), first.etag)
    expect([again.status, again.text, again.etag]).toEqual([304, '', first.etag])
  })

  test.each([
    [
      'the record',
      () =>
        payload.update({
          collection: 'purposes',
          id: purpose,
          data: { text: 'お問い合わせの記録を残すため' } as never,
        }),
    ],
    [
      'its organisation',
      () =>
        payload.update({
          collection: 'organisations',
          id: organisation,
          data: { answersOnRequest: true },
        }),
    ],
    [
      'a policy',
      () =>
        payload.update({
          collection: 'policies',
          id: policies[1] ?? '',
          data: { title: '個人情報保護方針' },
        }),
    ],
    [
      'a section beside it',
      () =>
        payload.update({
          collection: 'policy-sections',
          id: section,
          data: { heading: '利用の目的' },
        }),
    ],
    [
      'the editions',
      async () =>
        publishPolicy(
          { policy: policies[0] ?? '', kind: 'import', effectiveFrom: '2023-04-01' },
          reading,
        ),
    ],
  ])('but once %s changed', async (_, change) => {
    const before = await ask(member, path())
    await change()
    const after = await ask(member, path(), before.etag)
    expect(after.status).toBe(200)
    expect(after.etag).not.toBe(before.etag)
  })

  test('and what is no longer wrong is no longer said', async () => {
    const { policies: checked } = (await ask(member, path())).check
    const rules = checked.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId))
    expect(rules).not.toContain('purpose-vague')
  })
})
