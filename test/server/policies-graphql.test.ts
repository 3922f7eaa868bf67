import { expect, test } from 'vitest'
import { nodesOf } from '../../src/core/document.ts'
import { readHtml } from '../core/read-html.ts'
import { tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { newPurpose, oldPurpose, publishedSite } from './published-site.ts'

const { get, json, graphql } = await publishedSite()
const policy = '/api/privacy-policies/tsumugi/memo'

const query = `query ($organisation: String!, $policy: String!, $asOf: String, $locale: String) {
  privacyPolicy(organisation: $organisation, policy: $policy, asOf: $asOf, locale: $locale) {
    edition { id number kind effectiveFrom recordedAt corrects withdraws summary languages sha256 previousSha256 }
    locale title html markdown text document
    organisation { id legalName selfTerm representatives { title name } postalCode address corporateNumber url }
    dates { kind date text }
    sections { id parentId kind level number heading html text }
    outline { id heading children { id heading } }
    purposes { id text group sectionId }
    exceptionClauses { id text basis appliesTo sectionId }
    jointUse { statements { about text } partners { id name url } dataItems purposes }
    safetyMeasures { id text category sectionId }
    contacts { id roles name person postalCode address tel tollFree email url hours text sectionId }
    procedure { role text }
    externalServices { service provider information purpose optOut text }
    fees { amountYen taxIncluded appliesTo text }
    definedTerms { term meaning sectionId }
  }
}`
const memo = { organisation: 'tsumugi', policy: 'memo' }

test('brings a whole policy, with everything typed, to whoever asks', async () => {
  const { data, errors } = await graphql(query, memo)
  expect(errors).toBeUndefined()
  const got = data.privacyPolicy
  const { document, edition } = await json(`${policy}.json`)
  expect(got).toMatchObject({
    edition: { number: 2, sha256: edition.sha256 },
    locale: 'ja',
    title: tsumugiJa.title.text,
    document,
    organisation: { legalName: tsumugiJa.organisation.legalName },
  })
  expect(got.html).toBe((await get(`${policy}.html`)).text)
  expect(got.markdown).toBe((await get(`${policy}.md`)).text)
  expect(got.text).toBe((await get(`${policy}.txt`)).text)
  const typed = {
    purposes: 'purpose',
    exceptionClauses: 'exceptionClause',
    safetyMeasures: 'safetyMeasure',
    contacts: 'contact',
    procedure: 'procedureItem',
    externalServices: 'externalService',
    fees: 'fee',
  } as const
  for (const [list, type] of Object.entries(typed)) {
    expect(got[list].length, list).toBeGreaterThan(0)
    expect(got[list], list).toHaveLength(nodesOf(document, type).length)
  }
  expect(got.jointUse.partners).toHaveLength(nodesOf(document, 'jointUsePartner').length)
  expect(got.definedTerms.length).toBeGreaterThan(0)
})

test('brings the sections flat in document order, and as an outline', async () => {
  const { sections, outline } = (await graphql(query, memo)).data.privacyPolicy
  const expected = nodesOf(tsumugiJa, 'section')
  expect(sections.map((one: { heading: string }) => one.heading)).toEqual(
    expected.map(({ heading }) => heading),
  )
  for (const one of sections) {
    const parent = sections.find((other: { id: string }) => other.id === one.parentId)
    expect(one.level).toBe((parent?.level ?? 0) + 1)
    expect(() => readHtml(one.html)).not.toThrow()
  }
  expect(outline.map((one: { id: string }) => one.id)).toEqual(
    sections
      .filter((one: { parentId: string | null }) => one.parentId === null)
      .map((one: { id: string }) => one.id),
  )
})

test('reads by date and in another language', async () => {
  const { privacyPolicy } = (await graphql(query, { ...memo, asOf: '2024-05-01', locale: 'en' }))
    .data
  expect(privacyPolicy).toMatchObject({ locale: 'en', edition: { number: 1 } })
  expect(privacyPolicy.text).toContain(tsumugiEn.title.text)
})

test('lists policies and editions', async () => {
  const { data } = await graphql(`{
    privacyPolicies(organisation: "tsumugi") { slug title state languages edition { number } upcoming { number } }
    privacyPolicyEditions(organisation: "tsumugi", policy: "memo") { number standing languages }
  }`)
  expect(data.privacyPolicies).toMatchObject([
    { slug: 'memo', state: 'inForce', edition: { number: 2 }, upcoming: [{ number: 3 }] },
  ])
  expect(data.privacyPolicyEditions.map((one: { number: number }) => one.number)).toEqual([1, 2, 3])
})

test('compares two editions, as REST does', async () => {
  const { data } = await graphql(`{
    comparePrivacyPolicyEditions(organisation: "tsumugi", policy: "memo", before: 1, after: 2) {
      before { number } after { number languages } locale title html
      changes { of how before after where { before after } details } table } }`)
  const { comparePrivacyPolicyEditions: compared } = data
  expect(compared).toMatchObject({
    before: { number: 1 },
    after: { number: 2, languages: ['ja', 'en'] },
    locale: 'ja',
    changes: [{ of: 'purpose', how: 'changed', before: oldPurpose, after: newPurpose }],
  })
  const { changes, table } = await json(`${policy}/compare/1...2.json`)
  expect(compared.table).toEqual(table)
  expect(compared.changes[0].where).toEqual(changes[0].where)
  expect(compared.html).toBe((await get(`${policy}/compare/1...2.html`)).text)
})

test('says of two editions which there are', async () => {
  const { errors } = await graphql(
    '{ comparePrivacyPolicyEditions(organisation: "tsumugi", policy: "memo", before: 1, after: 8) { title } }',
  )
  expect(errors?.[0]?.extensions).toMatchObject({
    data: { code: 'unknown-edition', numbers: [1, 2, 3] },
  })
})

test('says why there is nothing, and what there is', async () => {
  const { data, errors } = await graphql(query, { ...memo, policy: 'unknown' })
  expect(data.privacyPolicy).toBeNull()
  expect(errors?.[0]?.message).toContain('memo')
  expect(errors?.[0]?.extensions).toMatchObject({ data: { code: 'unknown-policy' } })
})
