import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, client, hostPayload, make, problemsOf, slugs } from './host.ts'

const payload = await hostPayload()
const admin = await client(payload, { role: 'admin', organisations: 'all' })

let organisation: string
let policy: string
let section: string
beforeAll(async () => {
  organisation = await make(payload, 'organisations', {
    slug: 'aoba',
    legalName: '株式会社青葉商事',
  })
  policy = await make(payload, 'policies', {
    organisation,
    slug: 'privacy',
    title: '個人情報保護方針',
  })
  section = await make(payload, 'policySections', { policy, heading: '総則' })
})

const suppressing = (suppression: object) =>
  admin('PATCH', `/${slugs.policies}/${policy}`, { suppressions: [suppression] })

/** A write that is refused, and the path that the refusal points at. */
const refusals: [string, () => Promise<Answer>, string][] = [
  [
    'a corporate number with a wrong check digit',
    () => admin('PATCH', `/organisations/${organisation}`, { corporateNumber: '8700110005902' }),
    'corporateNumber',
  ],
  [
    'a postal code of six digits',
    () => admin('PATCH', `/organisations/${organisation}`, { postalCode: '135-009' }),
    'postalCode',
  ],
  [
    'a URL that is a script',
    () => admin('PATCH', `/organisations/${organisation}`, { url: 'javascript:alert(1)' }),
    'url',
  ],
  [
    'a former name whose day does not exist',
    () =>
      admin('PATCH', `/organisations/${organisation}`, {
        formerNames: [{ name: '青葉商会' }, { name: '青葉商店', until: '2023-02-29' }],
      }),
    'formerNames.1.until',
  ],
  [
    'a slug that is the server’s own',
    () => admin('POST', '/organisations', { slug: 'admin', legalName: '株式会社アドミン' }),
    'slug',
  ],
  [
    'a slug that another organisation has',
    () => admin('POST', '/organisations', { slug: 'aoba', legalName: '株式会社青葉' }),
    'slug',
  ],
  [
    'a slug that another policy of the organisation has',
    () => admin('POST', `/${slugs.policies}`, { organisation, slug: 'privacy', title: '方針' }),
    'slug',
  ],
  [
    'a numbering style that is no number',
    () =>
      admin('PATCH', `/${slugs.policies}/${policy}`, {
        numbering: [{ style: '第1条　' }, { style: 'その一' }],
      }),
    'numbering.1.style',
  ],
  [
    'a suppression of a rule that there is not',
    () => suppressing({ rule: 'org-adress', reason: '本社の住所は会社概要に掲載しているため' }),
    'suppressions.0.rule',
  ],
  [
    'a suppression whose reason says nothing',
    () => suppressing({ rule: 'org-address', reason: '…' }),
    'suppressions.0.reason',
  ],
  [
    'a suppression at a place that has no id',
    () => suppressing({ rule: 'org-address', place: '第3条', reason: '別に定めるため' }),
    'suppressions.0.place',
  ],
  [
    'a policy without a title',
    () => admin('POST', `/${slugs.policies}`, { organisation, slug: 'other', title: '' }),
    'title',
  ],
  [
    'a telephone number without its area code',
    () => admin('POST', `/${slugs.contacts}`, { organisation, tel: '6450-1471' }),
    'tel',
  ],
  [
    'an e-mail address without its domain',
    () => admin('POST', `/${slugs.contacts}`, { organisation, email: 'privacy@' }),
    'email',
  ],
  [
    'a printed line whose field is empty',
    () =>
      admin('POST', `/${slugs.contacts}`, {
        organisation,
        name: '個人情報相談窓口',
        lines: [
          { label: '名称：', field: 'name' },
          { label: '電話：', field: 'tel' },
        ],
      }),
    'lines.1.field',
  ],
  [
    'a partner who leaves before joining',
    () =>
      admin('POST', '/joint-use-partners', {
        organisation,
        name: '株式会社みどり',
        validFrom: '2024-04-01',
        validTo: '2024-03-31',
      }),
    'validTo',
  ],
  ['a purpose without words', () => admin('POST', '/purposes', { organisation }), 'text'],
  [
    'a purpose that begins in English',
    () => admin('POST', '/purposes?locale=en-GB', { organisation, text: 'Shipping goods' }),
    'text',
  ],
  [
    'a number in the place of a text',
    () => admin('POST', '/purposes', { organisation, text: 12 }),
    'text',
  ],
  [
    'a section numbered as written without a number',
    () => admin('PATCH', `/${slugs.policySections}/${section}`, { numbered: 'printed' }),
    'number',
  ],
  [
    'a section that moves to another policy',
    async () => {
      const other = await make(payload, 'policies', { organisation, slug: 'moved', title: '別' })
      return admin('PATCH', `/${slugs.policySections}/${section}`, { policy: other })
    },
    'policy',
  ],
]

describe.each(refusals)('%s', (_, write, path) => {
  test('is refused at its field, with the remedy in the user’s language', async () => {
    const answer = await write()
    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toEqual({ [path]: expect.stringMatching(/ください|できません/) })
  })
})

test('messages are in English for a user who reads English', async () => {
  const answer = await admin(
    'PATCH',
    `/organisations/${organisation}`,
    { postalCode: '1', corporateNumber: '1' },
    'en',
  )
  expect(problemsOf(answer)).toEqual({
    postalCode: 'Enter the postal code as 7 digits, such as 123-4567.',
    corporateNumber: 'Enter the corporate number as 13 digits, without signs or spaces.',
  })
})

test('values are stored as they are printed, full-width digits and all', async () => {
  const printed = {
    name: '個人情報相談窓口',
    postalCode: '１２３－４５６７',
    address: '東京都架空区青葉一丁目２番３号\n青葉ビル４階',
    tel: '０３（１２３４）５６７８（代表）',
    email: 'privacy＠example.co.jp',
  }
  const { status, body } = await admin('POST', `/${slugs.contacts}`, { organisation, ...printed })
  expect(status).toBe(201)
  expect(body.doc).toMatchObject(printed)
})

describe('the parent of a section', () => {
  const parentOf = (id: string, parent: string | null) =>
    admin('PATCH', `/${slugs.policySections}/${id}`, { parent })

  test('is in the same policy', async () => {
    const other = await make(payload, 'policies', {
      organisation,
      slug: 'cookies',
      title: 'クッキー',
    })
    const stranger = await make(payload, 'policySections', { policy: other, heading: '目的' })
    expect(problemsOf(await parentOf(stranger, section)).parent).toContain('同じポリシー')
  })

  test('is never the section itself, nor one below it', async () => {
    const child = await make(payload, 'policySections', { policy, parent: section })
    const grandchild = await make(payload, 'policySections', { policy, parent: child })
    for (const below of [section, child, grandchild])
      expect(problemsOf(await parentOf(section, below)).parent).toContain('自分自身')
    expect((await parentOf(grandchild, section)).status).toBe(200)
    expect((await parentOf(grandchild, null)).status).toBe(200)
  })
})

test('a record stays with its organisation', async () => {
  const other = await make(payload, 'organisations', {
    slug: 'midori',
    legalName: '株式会社みどり',
  })
  const clause = await make(payload, 'exceptionClauses', { organisation, text: '法令に基づく場合' })
  for (const to of [other, { id: other }, null, 'none'])
    expect(
      problemsOf(await admin('PATCH', `/exception-clauses/${clause}`, { organisation: to })),
    ).toEqual({ organisation: expect.stringContaining('変更できません') })
})

test('a relation leads to a record that is there', async () => {
  const gone = '018f3a50-0000-7000-8000-000000000009'
  const answer = await admin('POST', '/purposes', { organisation: gone, text: '商品の発送' })
  expect(problemsOf(answer)).toHaveProperty('organisation')
})

test('a slug in the trash is still taken, and the message says so', async () => {
  const trashed = await make(payload, 'policies', { organisation, slug: 'old', title: '旧方針' })
  await admin('PATCH', `/${slugs.policies}/${trashed}`, { deletedAt: '2024-04-01T00:00:00Z' })
  const answer = await admin('POST', `/${slugs.policies}`, {
    organisation,
    slug: 'old',
    title: '新',
  })
  expect(problemsOf(answer).slug).toContain('ごみ箱')
})
