import { createLocalReq } from 'payload'
import { describe, expect, test } from 'vitest'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { render } from '../../src/core/render/index.ts'
import { importPolicy } from '../../src/operations/import-policy.ts'
import { publishPolicy } from '../../src/operations/publish-policy.ts'
import { elementsIn, readHtml, textIn } from '../core/read-html.ts'
import { hidamari, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { testPayload, withoutDuties } from '../payload.ts'
import { serve } from './site.ts'

const payload = await testPayload()
withoutDuties(payload)
const { ask, get, json, graphql } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

const api = '/api/privacy-policies'
const policy = `${api}/tsumugi/memo`
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const oldPurpose = nodesOf(tsumugiJa, 'purpose')[0]?.text ?? ''
const newPurpose = `${oldPurpose}（改定後）`

/*
 * tsumugi/memo in Japanese and English: no. 1 of April 2024, no. 2 of today with a purpose reworded, no. 3 to come.
 * hidamari/table: no. 1 of April 2024, ended today by no. 2.
 */
const [first] = await publishAll()

async function publishAll() {
  const target = { createOrganisation: true }
  const memo = await importPolicy(
    { documents: [tsumugiJa, tsumugiEn], organisation: 'tsumugi', policy: 'memo', ...target },
    reading,
  )
  const first = await publishPolicy(
    { policy: memo.policy, kind: 'import', effectiveFrom: '2024-04-01' },
    reading,
  )
  const { docs } = await payload.find({
    collection: 'purposes',
    where: { text: { equals: oldPurpose } },
  })
  await payload.update({
    collection: 'purposes',
    id: docs[0]?.id as string,
    data: { text: newPurpose },
  })
  const summary = { ja: '利用目的を改めた。', en: 'A purpose reworded.' }
  const second = await publishPolicy({ policy: memo.policy, summary }, reading)
  const third = await publishPolicy({ policy: memo.policy, effectiveFrom: inDays(40) }, reading)
  const table = await importPolicy(
    { documents: [hidamari], organisation: 'hidamari', policy: 'table', ...target },
    reading,
  )
  await publishPolicy(
    { policy: table.policy, kind: 'import', effectiveFrom: '2024-04-01' },
    reading,
  )
  await publishPolicy({ policy: table.policy, kind: 'repeal' }, reading)
  return [first.edition, second.edition, third.edition] as const
}

describe('one request brings what changed', () => {
  test.each([
    ['.html', 'text/html; charset=utf-8', '<u>'],
    ['.pdf', 'application/pdf', '%PDF-1.7'],
    [
      '.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      '[Content_Types].xml',
    ],
  ])('as %s', async (extension, mediaType, sign) => {
    const { status, headers, text } = await get(`${policy}/compare/1...2${extension}`)
    expect([status, headers['content-type']]).toEqual([200, mediaType])
    expect(headers['content-language']).toBe('ja')
    expect(text).toContain(sign)
    const isFile = extension !== '.html'
    expect(headers['content-disposition']?.includes('_1-2.') ?? false).toBe(isFile)
  })
})

describe('one request brings a whole policy', () => {
  test.each([
    ['.json', 'application/json; charset=utf-8'],
    ['.html', 'text/html; charset=utf-8'],
    ['.md', 'text/markdown; charset=utf-8; variant=GFM'],
    ['.txt', 'text/plain; charset=utf-8'],
  ])('as %s', async (extension, mediaType) => {
    const { status, headers, text } = await get(policy + extension)
    expect([status, headers['content-type']]).toEqual([200, mediaType])
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)))
    expect(headers['content-language']).toBe('ja')
    expect(text).toContain('改定後')
  })

  test('the JSON is the tree, of which the other formats are renderings', async () => {
    const { document, edition, locale } = await json(`${policy}.json`)
    expect(edition).toMatchObject({ number: 2, kind: 'amendment', corrects: null })
    expect(locale).toBe('ja')
    expect(textOf(document)).toBe(textOf(tsumugiJa).replaceAll(oldPurpose, newPurpose))
    for (const [extension, format] of [
      ['.html', 'html'],
      ['.md', 'markdown'],
      ['.txt', 'text'],
    ] as const)
      expect((await get(policy + extension)).text).toBe(render(document, format))
  })

  test('in the language that is asked for by name or by header, and never in another', async () => {
    const english = { 'Accept-Language': 'en-GB,en;q=0.9,ja;q=0.5' }
    for (const answer of [
      await get(`${policy}.txt?locale=en`),
      await get(`${policy}.txt`, english),
    ]) {
      expect(answer.headers['content-language']).toBe('en')
      expect(answer.text).toContain(tsumugiEn.title.text)
    }
    expect((await get(`${policy}.txt`, english)).headers.vary).toMatch(/Accept-Language/)
    expect(await json(`${policy}.txt?locale=fr`)).toMatchObject({
      status: 404,
      languages: expect.arrayContaining(['ja', 'en']),
    })
  })

  test.each([
    ['application/json', 'application/json'],
    ['text/html,application/xhtml+xml;q=0.9,*/*;q=0.1', 'text/html'],
    ['text/markdown', 'text/markdown'],
    ['text/plain, text/html;q=0.5', 'text/plain'],
    ['*/*', 'application/json'],
  ])('in the format that Accept %s likes best', async (accept, mediaType) => {
    const { headers, status } = await get(policy, { Accept: accept })
    expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, mediaType])
    expect(headers.vary).toMatch(/Accept/)
  })
})

describe('caches', () => {
  test('get 304 without a body for what they have', async () => {
    const { headers } = await get(`${policy}.json`)
    expect(headers.etag).toMatch(/^"[\w-]+"$/)
    const again = await get(`${policy}.json`, { 'If-None-Match': `"other", W/${headers.etag}` })
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers.etag).toBe(headers.etag)
    expect(again.headers['cache-control']).toBe(headers['cache-control'])
    expect((await get(`${policy}.json`, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('get from HEAD what GET would say, without the body', async () => {
    const [head, got] = [await ask('HEAD', `${policy}.html`), await get(`${policy}.html`)]
    expect([head.status, head.text]).toEqual([200, ''])
    for (const name of ['etag', 'content-length', 'content-type', 'last-modified', 'link'])
      expect(head.headers[name], name).toBe(got.headers[name])
  })

  test('may keep the current text for a minute, and the JSON of a numbered edition for ever', async () => {
    expect((await get(`${policy}.json`)).headers['cache-control']).toMatch(/max-age=\d{1,2}\b/)
    const { headers } = await get(`${policy}/editions/1.json`)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get(`${policy}/editions/1.html`)).headers['cache-control']).not.toMatch(/immut/)
  })

  test('are told which text it is, and where its neighbours are', async () => {
    const { headers } = await get(`${policy}.json`)
    const { edition } = await json(`${policy}.json`)
    expect(headers['policy-edition']).toBe(
      `"${edition.id}";sha256="${edition.sha256}";lang="ja";effective="${edition.effectiveFrom}"`,
    )
    expect(headers.link).toContain(`<${policy}/editions/1>; rel="predecessor-version"`)
    expect(headers.link).toContain(`<${policy}/editions/3>; rel="successor-version"`)
  })
})

describe('time', () => {
  const numberAt = async (query: string) =>
    (await json(`${policy}.json?${query}`)).edition?.number as number | undefined

  test('today, a day in the past, a day to come', async () => {
    expect(await numberAt('')).toBe(2)
    expect(await numberAt('asOf=2024-05-01')).toBe(1)
    expect(await numberAt(`asOf=${inDays(60)}`)).toBe(3)
    expect((await get(`${policy}.txt?asOf=2024-05-01`)).text).not.toContain('改定後')
  })

  test('as far as was known at an instant', async () => {
    const instant = encodeURIComponent(first.recordedAt)
    expect(await numberAt(`knownAt=${instant}`)).toBe(1)
    expect(await numberAt(`asOf=2024-05-01&knownAt=2024-05-01`)).toBeUndefined()
  })

  test('before there was an edition says since when there is one', async () => {
    const { status, headers, text } = await get(`${policy}.html?asOf=2024-03-31`)
    expect(status).toBe(404)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({
      asOf: '2024-03-31',
      first: { number: 1, effectiveFrom: '2024-04-01' },
    })
  })

  test.each(['asOf=2024-02-30', 'asOf=yesterday', 'knownAt=now', 'asof=2024-05-01', 'seenAt='])(
    '%s is refused with the form to use',
    async (query) => {
      const { status, headers, text } = await get(`${policy}.json?${query}`)
      expect([status, headers['content-type']]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ])
      expect(JSON.parse(text).forms).not.toHaveLength(0)
    },
  )

  test('after a repeal: 410 with the last text, which the past still has', async () => {
    const gone = await get(`${api}/hidamari/table.json`)
    expect([gone.status, gone.headers['content-type']]).toEqual([
      410,
      'application/problem+json; charset=utf-8',
    ])
    const { document, repeal } = JSON.parse(gone.text)
    expect(repeal).toMatchObject({ number: 2 })
    expect(textOf(document)).toBe(textOf(hidamari))
    expect((await get(`${api}/hidamari/table.txt`)).status).toBe(410)
    expect((await get(`${api}/hidamari/table.json?asOf=2024-05-01`)).status).toBe(200)
  })
})

describe('editions', () => {
  test('are listed with what has become of each', async () => {
    const { editions } = await json(`${policy}/editions`)
    expect(
      editions.map((one: { number: number; standing: string }) => [one.number, one.standing]),
    ).toEqual([
      [1, 'past'],
      [2, 'inForce'],
      [3, 'upcoming'],
    ])
  })

  test('each by its number, the same bytes whenever it is asked', async () => {
    const { edition, document } = await json(`${policy}/editions/1.json`)
    expect(edition.sha256).toBe(first.sha256)
    expect(textOf(document)).toBe(textOf(tsumugiJa))
  })

  test('policies are listed, with those of one organisation alone', async () => {
    const slugs = async (path: string) =>
      (await json(path)).policies.map((one: { slug: string; state: string }) => [
        one.slug,
        one.state,
      ])
    expect((await slugs(api)).sort()).toEqual([
      ['memo', 'inForce'],
      ['table', 'repealed'],
    ])
    expect(await slugs(`${api}/tsumugi`)).toEqual([['memo', 'inForce']])
  })

  test('the JSON has a schema', async () => {
    const { status, headers } = await get(`${api}/schema.json`)
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/schema+json; charset=utf-8',
    ])
  })
})

describe('what cannot be read is told as a problem, with what there is instead', () => {
  test.each([
    [404, `${api}/tsumugi/unknown.json`, {}],
    [404, `${api}/unknown/memo.json`, {}],
    [404, `${policy}.xml`, {}],
    [404, `${policy}/editions/9.json`, {}],
    [404, `${policy}/nothing/here`, {}],
    [404, `${api}/%00/memo.json`, {}],
    [404, `${api}/tsumugi/${'x'.repeat(3000)}.json`, {}],
    [406, policy, { Accept: 'image/png' }],
  ])('%i for %s', async (status, path, headers) => {
    const answer = await get(path, headers)
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    const { type, title, detail } = JSON.parse(answer.text)
    expect(type).toMatch(/^urn:problem-type:privacy-policy:/)
    expect(title).toMatch(/[ぁ-ん]/)
    expect(detail).not.toBe('')
  })

  test('in English for who reads English', async () => {
    const { text, headers } = await get(`${api}/tsumugi/unknown`, { 'Accept-Language': 'en' })
    expect(headers['content-language']).toBe('en')
    expect(JSON.parse(text)).toMatchObject({
      policies: [{ policy: 'memo', url: policy }],
      detail: expect.stringContaining('It has published: memo.'),
    })
  })

  test('what is read cannot be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await ask(method, `${policy}.json`)
      expect([status, headers.allow], method).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    const options = await ask('OPTIONS', `${policy}.json`)
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  test.each([
    ['editions', 'GET, HEAD, POST, OPTIONS', 'DELETE'],
    ['editions/1/restore', 'POST, OPTIONS', 'GET'],
    ['previews', 'POST, OPTIONS', 'GET'],
  ])('/%s tells that it takes %s', async (path, allow, method) => {
    const options = await ask('OPTIONS', `${policy}/${path}`)
    expect([options.status, options.headers.allow]).toEqual([204, allow])
    const refused = await ask(method, `${policy}/${path}`)
    expect([refused.status, refused.headers.allow]).toEqual([405, allow])
  })
})

describe('other sites', () => {
  test('may read from a script, with the headers that tell the edition', async () => {
    const { headers } = await get(`${policy}.json`, { Origin: 'https://www.example.jp' })
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers['access-control-expose-headers']).toMatch(/Policy-Edition/)
  })

  test('may ask first', async () => {
    const { status, headers } = await ask('OPTIONS', `${policy}.json`, {
      Origin: 'https://www.example.jp',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match',
    })
    expect(status).toBe(204)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-headers']).toMatch(/if-none-match/i)
  })
})

describe('GraphQL', () => {
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
    expect(data.privacyPolicyEditions.map((one: { number: number }) => one.number)).toEqual([
      1, 2, 3,
    ])
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
})

describe('the page for people', () => {
  test('is whole HTML at the policy’s short address, and names its edition', async () => {
    const { status, headers, text } = await get('/tsumugi/memo', { 'Accept-Language': 'ja' })
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    const page = textIn(readHtml(text))
    expect(page).toContain('改定後')
    expect(page).toContain('第2版')
    expect((await get('/tsumugi/memo?locale=en')).text).toContain('<html lang="en">')
    expect((await get('/tsumugi/memo/editions/1')).text).not.toContain('改定後')
  })

  test('runs no script, loads only what this server has, and may not be framed elsewhere', async () => {
    const { headers } = await get('/tsumugi/memo')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  test('everything that it links to is there', async () => {
    const elements = elementsIn(readHtml((await get('/tsumugi/memo')).text))
    const hrefs = elements.flatMap(({ attributes: { href } }) => href ?? [])
    const ids = new Set(elements.flatMap(({ attributes: { id } }) => id ?? []))
    const own = [...new Set(hrefs.filter((href) => href.startsWith('/')))]
    expect(own.length).toBeGreaterThan(8)
    for (const href of own) expect((await get(href)).status, href).toBe(200)
    for (const href of hrefs.filter((one) => one.startsWith('#')))
      expect(ids, href).toContain(decodeURIComponent(href.slice(1)))
  })

  test('its style sheets and fonts are style sheets and fonts', async () => {
    const elements = elementsIn(readHtml((await get('/tsumugi/memo')).text))
    const sheets = elements.filter(({ attributes: { rel } }) => rel === 'stylesheet')
    expect(sheets.length).toBeGreaterThan(1)
    for (const { attributes } of sheets) {
      const sheet = await get(attributes.href ?? '')
      expect(sheet.headers['content-type'], attributes.href).toBe('text/css; charset=utf-8')
      expect(sheet.headers['cache-control']).toMatch(/immutable/)
      const [, font] = /url\(\.?\/?([^)]+\.woff2)\)/.exec(sheet.text) ?? []
      if (!font) continue
      const url = new URL(font, `http://localhost${attributes.href}`).pathname
      const file = await get(url)
      expect([file.status, file.headers['content-type']]).toEqual([200, 'font/woff2'])
    }
  })

  test('a repealed policy is shown as such, with 410; one that is not there is a page with 404', async () => {
    const ended = await get('/hidamari/table')
    expect(ended.status).toBe(410)
    expect(textIn(readHtml(ended.text))).toContain('廃止')
    const nothing = await get('/tsumugi/unknown')
    expect([nothing.status, nothing.headers['content-type']]).toEqual([
      404,
      'text/html; charset=utf-8',
    ])
    expect(textIn(readHtml(nothing.text))).toContain('memo')
  })

  test.each([
    '/tsumugi',
    '/tsumugi/',
    '/favicon.ico',
    '/tsumugi/memo/x',
    '/assets/fonts/none.woff2',
  ])('and none at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})

test('the server is healthy and ready', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const { status, headers, text } = await get(path)
    expect([status, JSON.parse(text), headers['cache-control']], path).toEqual([
      200,
      { status: 'ok' },
      'no-store',
    ])
  }
})
