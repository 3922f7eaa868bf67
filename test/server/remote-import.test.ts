import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { importTextThere } from '../../src/cli/there/import-there.ts'
import { serverAt } from '../../src/cli/there/server.ts'
import { parse } from '../../src/core/parse/index.ts'
import { render } from '../../src/core/render/index.ts'
import { formats, render as renderAs } from '../../src/delivery/formats/formats.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { composeAll } from '../../src/operations/policy/compose-all.ts'
import { findPolicy } from '../../src/operations/policy/find-policy.ts'
import { loadPolicy } from '../../src/operations/policy/load-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { firstYear, secondYear } from '../fixtures/two-years.ts'
import { testPayload } from '../payload.ts'
import { run, through } from './command.ts'
import { serve } from './site.ts'

/*
 * The text of a policy stored through a server: the same words, records and exit codes as at the database, within what
 * the user of the key may do.
 */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const { origin } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const bring = (organisation: string, policy: string) =>
  importPolicy({ documents: [hidamari], organisation, policy, createOrganisation: true }, reading)
const own = await bring('own', 'table')
await bring('foreign', 'table')

const keyOf = async (name: string, policyRole: string, policyOrganisations: readonly string[]) => {
  const apiKey = crypto.randomUUID()
  await payload.create({
    collection: 'users',
    data: {
      ...{ name, email: `${name}@example.com`, password: 'a long enough password' },
      ...{ enableAPIKey: true, apiKey, policyRole, policyOrganisations },
    } as never,
  })
  return apiKey
}
const admin = await keyOf('admin', 'admin', [])
const editor = await keyOf('editor', 'editor', [own.organisation])
const viewer = await keyOf('viewer', 'viewer', [own.organisation])
const there = through(origin, admin)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'remote-import-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
function file(name: string, content: string): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, content)
  return place
}
const [first, second] = [file('first.txt', firstYear), file('second.txt', secondYear)]

/** What a policy prints, and how many records there are in all. */
async function printed(name: string): Promise<string> {
  const { policy } = await findPolicy(name, reading)
  const records = await loadPolicy(policy, reading)
  if (!records) throw new TypeError(`Expected ${name}`)
  const { documents } = composeAll(records, settingsOf(payload))
  return documents.ja ? render(documents.ja, 'text') : ''
}
const counts = async () => {
  const found = ['organisations', 'policies', 'policy-sections', 'purposes', 'contacts'] as const
  return Promise.all(
    found.map(async (collection) => (await payload.count({ collection })).totalDocs),
  )
}

type Asked = { readonly key?: string; readonly headers?: { readonly [name: string]: string } }
async function post(address: string, body: BodyInit, { key = editor, headers = {} }: Asked = {}) {
  const response = await fetch(`${origin}/api/privacy-policies/${address}`, {
    method: 'POST',
    body,
    headers: {
      'accept-language': 'en',
      ...(key && { authorization: `users API-Key ${key}` }),
      ...headers,
    },
  })
  const answer = (await response.json()) as { readonly code?: string; readonly detail?: string }
  return { status: response.status, answer }
}

describe('by the command', () => {
  test('a text is stored as at the database, and the next one amends it once its changes are seen', async () => {
    const make = (organisation: string) => [
      ...['import', first, '--organisation', organisation, '--policy', 'privacy'],
      '--create-organisation',
    ]
    const [remote, local] = [await there(make('there')), await run(make('here'))]
    expect([remote.code, remote.err]).toEqual([0, ''])
    expect(remote.out).toBe(local.out.replaceAll('here/privacy', 'there/privacy'))
    expect(await printed('there/privacy')).toBe(await printed('here/privacy'))

    const amend = (organisation: string) => [
      ...['import', second, '--organisation', organisation, '--policy', 'privacy'],
      '--into-existing',
    ]
    const before = [await counts(), await printed('there/privacy')]
    const dry = await there([...amend('there'), '--dry-run'])
    expect(dry).toEqual(await run([...amend('there'), '--dry-run']))
    expect(dry.out).toContain('added: あかつき倉庫株式会社')
    expect([await counts(), await printed('there/privacy')]).toEqual(before)
    const [amended, here] = [await there(amend('there')), await run(amend('here'))]
    expect([amended.code, amended.out]).toEqual([
      0,
      here.out.replaceAll('here/privacy', 'there/privacy'),
    ])
    expect(await printed('there/privacy')).toBe(await printed('here/privacy'))
  })

  test.each<[string, readonly string[], keyof typeof exitCodes]>([
    ['an unknown organisation', [first, '--organisation', 'unknown'], 'missing'],
    ['no organisation', [first], 'misspelt'],
    [
      'an organisation whose name is no slug',
      [first, '--organisation', 'Not / A Slug', '--create-organisation'],
      'refused',
    ],
    ['a policy that is there', [first, '--organisation', 'own', '--policy', 'table'], 'conflict'],
    [
      'a text that is no policy',
      [
        file('letter.txt', '拝啓　時下ますますご清栄のこととお慶び申し上げます。'),
        '--organisation',
        'own',
      ],
      'refused',
    ],
    ['a folder', [folder, '--organisation', 'own', '--apply'], 'misspelt'],
    ['a file that is not there', ['none.txt', '--organisation', 'own'], 'missing'],
  ])('%s is refused alike, and nothing is written', async (_, args, reason) => {
    const before = await counts()
    const [remote, local] = await Promise.all([
      there(['import', ...args]),
      run(['import', ...args]),
    ])
    expect(remote).toEqual(local)
    expect([remote.code, remote.out]).toEqual([exitCodes[reason], ''])
    expect(await counts()).toEqual(before)
  })
})

describe('over REST', () => {
  test.each(['html', 'markdown', 'text', 'docx', 'pdf'] as const)(
    '%s is stored, and told as it was understood',
    async (format) => {
      const { extension } = formats[format]
      const body = await renderAs(parse(firstYear).document, format)
      const policy = `as-${format}`
      const { status, answer } = await post(
        `own/${policy}/import?name=page${extension}`,
        body as BodyInit,
      )
      expect([status, answer]).toEqual([
        201,
        expect.objectContaining({
          document: expect.objectContaining({ type: 'document' }),
          report: expect.objectContaining({ dropped: expect.anything() }),
          organisationCreated: false,
          amended: null,
        }),
      ])
      expect(await printed(`own/${policy}`)).toContain('潮見工房')
    },
  )

  test('an amendment is answered with what it did, by name', async () => {
    await post('own/amended/import', firstYear)
    const { status, answer } = await post('own/amended/import?intoExisting=true', secondYear)
    expect([status, answer]).toMatchObject([200, { amended: { organisationChanged: false } }])
    expect(JSON.stringify(answer)).toContain('あかつき倉庫株式会社')
  })

  test('is for editors, of their organisations; another’s is as one that is not there', async () => {
    const before = await counts()
    for (const [key, status] of [
      ['', 401],
      [viewer, 403],
    ] as const)
      expect((await post('own/new/import', firstYear, { key })).status).toBe(status)
    const [known, unknown] = [
      await post('foreign/new/import', firstYear),
      await post('nowhere/new/import', firstYear),
    ]
    expect([known.status, known.answer.code]).toEqual([404, 'organisation-missing'])
    expect(JSON.stringify(known).replaceAll('foreign', 'nowhere')).toBe(JSON.stringify(unknown))
    for (const slug of ['foreign', 'nowhere']) {
      const made = await post(`${slug}/new/import?createOrganisation=true`, firstYear)
      expect([made.status, made.answer.detail]).toEqual([
        403,
        expect.stringContaining('Only admins of all organisations create one.'),
      ])
    }
    expect(await counts()).toEqual(before)
  })

  test.each<[string, string, string | Uint8Array, number, string]>([
    ['a flag that is none', 'own/new/import?dryRun=1', firstYear, 400, '`dryRun`'],
    ['nothing', 'own/new/import', '', 422, 'The file is empty.'],
    ['bytes', 'own/new/import', Uint8Array.from({ length: 999 }, (_, i) => i), 422, 'binary'],
    ['what is too long', 'own/new/import', `個人情報${'あ'.repeat(300_000)}`, 422, 'too long'],
    ['a name that is no slug', 'own/NEW/import', firstYear, 422, 'lower-case'],
    ['an amendment of nothing', 'own/none/import?intoExisting=true', firstYear, 404, 'no policy'],
  ])(
    '%s is refused with what to do, and nothing is written',
    async (_, address, body, status, words) => {
      const before = await counts()
      const refused = await post(address, body as BodyInit)
      expect([refused.status, refused.answer.detail]).toEqual([
        status,
        expect.stringContaining(words),
      ])
      expect(await counts()).toEqual(before)
    },
  )

  test('what is too large is refused at once, by what is announced and by what comes', async () => {
    const asked = (
      headers: http.OutgoingHttpHeaders,
      send: (request: http.ClientRequest) => void,
    ) =>
      new Promise<readonly [number | undefined, string]>((resolve, reject) => {
        const request = http.request(`${origin}/api/privacy-policies/own/new/import`, {
          method: 'POST',
          headers: {
            authorization: `users API-Key ${editor}`,
            'accept-language': 'en',
            ...headers,
          },
        })
        request.on('response', (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (part) => {
            text += part
          })
          response.on('end', () => {
            resolve([response.statusCode, text])
            request.destroy()
          })
        })
        request.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
        })
        send(request)
      })
    const refusal = [413, expect.stringContaining('The file is too large')]
    const announced = await asked({ 'content-length': 2 ** 25 }, (request) =>
      request.flushHeaders(),
    )
    expect(announced).toEqual(refusal)
    const sent = await asked({}, (request) => {
      for (let i = 0; i < 22; i++) request.write(Buffer.alloc(1024 * 1024, '個'))
    })
    expect(sent).toEqual(refusal)
  })
})

test('what another server than one of policies answers is told in a sentence', async () => {
  let answer = ''
  const server = http.createServer((request, response) => {
    request.resume()
    request.on('end', () => response.end(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('PRIVACY_POLICY_API_KEY', admin)
  try {
    for (answer of [
      '',
      '<!doctype html>',
      'null',
      '{}',
      '{"document":{"type":"document"},"report":null}',
    ]) {
      const sent = importTextThere(
        serverAt(`http://127.0.0.1:${port}`),
        { bytes: Buffer.from(firstYear), name: 'first.txt' },
        { organisation: 'own', policy: 'new' },
      )
      await expect(sent, answer).rejects.toMatchObject({
        words: { en: expect.stringContaining('Is it the address of a privacy-policy server?') },
      })
    }
  } finally {
    vi.unstubAllEnvs()
    server.close()
  }
})
