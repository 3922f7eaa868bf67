import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { parse } from '../../src/core/parse/index.ts'
import { render } from '../../src/core/render/index.ts'
import { payloadSource } from '../../src/delivery/payload-source.ts'
import { checkPolicy } from '../../src/operations/check-policy.ts'
import { findPolicy } from '../../src/operations/find-policy.ts'
import { importPolicy } from '../../src/operations/import-policy.ts'
import { publishPolicy } from '../../src/operations/publish-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { storedEdition } from '../../src/operations/stored-editions.ts'
import { afterAmendment, beforeAmendment } from '../fixtures/amendment.ts'
import { flawed } from '../fixtures/flawed.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { firstYear, secondYear } from '../fixtures/two-years.ts'
import { testPayload } from '../payload.ts'
import { type Outcome, root, runCommand } from './run.ts'

vi.setConfig({ testTimeout: 240_000 })

const sample = 'src/server/sample/aoba-health.txt'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const payload = await testPayload()
const { pool } = payload.db as unknown as PostgresAdapter
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

/** Runs the command on the test's database and in a folder of its own. */
const run = (
  language: 'ja' | 'en',
  args: readonly string[],
  variables: { readonly [name: string]: string } = {},
) => runCommand(language, args, { env: { DATA_DIRECTORY: folder, ...variables } })

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, content)
  return place
}

/** The number of rows of every table. */
async function rowCounts(): Promise<string> {
  const { rows } = await pool.query<{ counts: string }>(`
    select string_agg(tablename || ' ' || (xpath('/row/n/text()', query_to_xml(
      format('select count(*) as n from %I', tablename), false, true, '')))[1]::text, E'\n' order by tablename) as counts
    from pg_tables where schemaname = 'public'`)
  return rows[0]?.counts ?? ''
}

/** One sentence on stderr that says so, the exit code for it, and nothing of the programmer's. */
function expectRefusal(
  { code, err }: Outcome,
  reason: keyof typeof exitCodes,
  words: string | RegExp,
): void {
  expect(err).toMatch(words)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/\n\s+at |node_modules|Error:|undefined/)
  expect(code).toBe(exitCodes[reason])
}

describe('parse', () => {
  test('shows what was understood of a text, and stores nothing', async () => {
    const before = await rowCounts()
    const { code, out, err } = await run('ja', ['parse', sample])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^プライバシーポリシー\n {2}株式会社青葉ヘルスケア（当社）\n/)
    expect(out).toContain('第4条（利用目的）')
    expect(out).toMatch(/利用目的 \d+・例外 \d+・共同利用者 \d+・安全管理措置 \d+・窓口 \d+/)
    expect(await rowCounts()).toBe(before)
  })

  test('prints it in another format, with nothing around it, for programs', async () => {
    const text = fs.readFileSync(path.join(root, sample), 'utf8')
    const { code, out } = await run('en', ['parse', sample, '--format', 'md'])
    expect(code).toBe(0)
    const { document, report } = parse(text)
    expect(out.trimEnd()).toBe(render(document, 'markdown').trimEnd())
    const json = await run('en', ['parse', sample, '--format', 'json'])
    expect(JSON.parse(json.out)).toEqual(JSON.parse(JSON.stringify({ document, report })))
  })
})

describe('compare', () => {
  const [before, after] = [
    file('before.txt', beforeAmendment),
    file('after.txt', afterAmendment),
  ] as const

  test('shows two files side by side, and what the law may ask for', async () => {
    const { code, out, err } = await run('ja', ['compare', before, after])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^個人情報保護方針　新旧対照表\n/)
    expect(out).toContain('開示の手数料は、１件につき［800円］（税込）とします。')
    expect(out).toContain('- 個人情報保護法27条6項  [')
    expect(out).toContain('法的助言ではありません')
  })

  test('writes what no terminal shows to a file, and data as JSON', async () => {
    const paper = path.join(folder, 'table.pdf')
    const args = ['compare', before, after, '--format']
    expect((await run('en', [...args, 'pdf', '--output', paper])).code).toBe(0)
    expect(fs.readFileSync(paper, 'latin1').slice(0, 5)).toBe('%PDF-')
    const { changes, duties } = JSON.parse((await run('en', [...args, 'json'])).out)
    expect(changes).toContainEqual(expect.objectContaining({ of: 'partner', how: 'added' }))
    expect(duties).toContainEqual(expect.objectContaining({ name: 'jointUseScope' }))
  })
})

test('a text is imported, published and read; its publisher is given his role', async () => {
  await payload.create({
    collection: 'users',
    data: { name: '青葉', email: 'aoba@example.com', password: 'a long enough password' },
  })
  const imported = await run('ja', [
    'import',
    sample,
    '--organisation',
    'aoba',
    '--create-organisation',
  ])
  expect([imported.code, imported.err]).toEqual([0, ''])
  expect(imported.out).toContain('第4条（利用目的）')
  expect(imported.out).toMatch(
    /取り込みました: aoba\/privacy-policy（条項 \d+、新しい記録 \d+、事業者を作成）。公表するには: privacy-policy publish aoba\/privacy-policy\n$/,
  )

  const published = await run('en', [
    ...['publish', 'aoba/privacy-policy', '--kind', 'import', '--effective-from', '2025-04-01'],
    ...['--summary', '制定'],
  ])
  expect([published.code, published.err]).toEqual([0, ''])
  const { policy } = await findPolicy('aoba/privacy-policy', reading)
  const [edition] = await payloadSource(payload).editions(policy)
  expect(edition).toMatchObject({ effectiveFrom: '2025-04-01', summary: { ja: '制定' } })
  expect(published.out).toBe(
    `aoba/privacy-policy: edition 1 published (in force from 2025-04-01, languages: ja)\nsha256 ${edition?.sha256}\n`,
  )

  const compared = await run('ja', ['compare', 'aoba/privacy-policy@1', 'aoba/privacy-policy'])
  expect([compared.code, compared.err]).toEqual([0, ''])
  expect(compared.out).toContain('改正部分はない。')
  expectRefusal(
    await run('ja', ['compare', sample, 'aoba/privacy-policy@7']),
    'missing',
    '「aoba/privacy-policy」に第7版はありません。第1版から第1版までがあります。',
  )

  const granted = await run('ja', [
    ...['grant', 'aoba@example.com', '--role', 'publisher', '--organisation', 'aoba'],
  ])
  expect(granted).toEqual({
    code: 0,
    out: 'aoba@example.com に権限 publisher を与えました。\n',
    err: '',
  })
  const { docs } = await payload.find({ collection: 'users', depth: 1 })
  expect(docs[0]).toMatchObject({
    policyRole: 'publisher',
    policyOrganisations: [{ slug: 'aoba' }],
  })
})

describe('publish --waive', async () => {
  const name = 'komorebi-cli/privacy'
  const { policy } = await importPolicy(
    {
      documents: [parse(flawed).document],
      organisation: 'komorebi-cli',
      policy: 'privacy',
      createOrganisation: true,
    },
    reading,
  )
  const editions = () => payloadSource(payload).editions(policy)
  const reason = '会社概要のページに掲載し、本文から案内しているため'

  test('errors are named with their keys, and nothing is published', async () => {
    expectRefusal(await run('ja', ['publish', name]), 'refused', /org-representative/)
    const one = await run('en', ['publish', name, '--waive', `org-address=${reason}`])
    expectRefusal(one, 'refused', /an error.*\[org-representative/)
    expect(one.err).not.toContain('org-address')
    expect(await editions()).toEqual([])
  })

  test.each([
    ['without a reason', 'org-address=', /理由がありません/],
    ['that names no finding', `purpose-vague=${reason}`, /という指摘はありません/],
  ] as const)('a waiver %s is refused', async (_, waiver, words) => {
    expectRefusal(await run('ja', ['publish', name, '--waive', waiver]), 'refused', words)
    expect(await editions()).toEqual([])
  })

  test('what is no waiver at all is told how to be one', async () => {
    const { code, err } = await run('en', ['publish', name, '--waive', 'org-address'])
    expect([code, err]).toEqual([2, expect.stringContaining('KEY=REASON')])
  })

  test('each error waived by key or by rule, it is published; the edition keeps the reasons', async () => {
    const { findings } = await checkPolicy({ policy }, reading)
    const address = findings.find(({ ruleId }) => ruleId === 'org-address')?.key
    // A reason may hold the sign that parts it from its key.
    const other = '登記 = 申請中のため'
    const { code, err } = await run('ja', [
      ...['publish', name, '--waive', `${address}=${reason}`],
      ...['--waive', `org-representative=${other}`],
    ])
    expect([code, err]).toEqual([0, ''])
    const [edition] = await editions()
    const stored = await storedEdition(edition?.id ?? '', reading.req, settingsOf(payload))
    expect(stored.internal.waivers).toMatchObject([
      { key: address, ruleId: 'org-address', reason },
      { ruleId: 'org-representative', reason: other },
    ])
  })
})

test('organisations are made up, a line for each; a second time they are refused', async () => {
  const wish = [
    'generate',
    '--organisations',
    '2',
    '--editions',
    '2',
    '--seed',
    '5',
    '--size',
    '10',
  ]
  const { code, out, err } = await run('ja', wish)
  expect([code, err]).toEqual([0, ''])
  const line = (number: number) =>
    `made-up-5-${number}/privacy-policy 株式会社\\S+ 20\\d\\d-\\d\\d-\\d\\d – 20\\d\\d-\\d\\d-\\d\\d\\n`
  expect(out).toMatch(RegExp(`^${line(1)}${line(2)}事業者 2、版 4 を作成しました。\\n$`))
  const before = await rowCounts()
  expectRefusal(
    await run('ja', wish),
    'conflict',
    /「made-up-5-1」ほか 1 件がすでにあります。別の --seed か --prefix/,
  )
  expectRefusal(
    await run('en', [...wish, '--editions', '1e3']),
    'misspelt',
    /--editions .* from 1 to 1000/,
  )
  expect(await rowCounts()).toBe(before)
})

test('an edition becomes the working copy again', async () => {
  const { policy } = await importPolicy(
    { documents: [hidamari], organisation: 'again', policy: 'table', createOrganisation: true },
    reading,
  )
  await publishPolicy({ policy }, reading)
  await payload.update({ collection: 'policies', id: policy, data: { title: '別の表題' } })
  const { code, out, err } = await run('ja', ['restore', 'again/table', '1'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^again\/table 第1版を作業中の版に戻しました（言語 ja、/)
  expect(await payload.findByID({ collection: 'policies', id: policy })).toMatchObject({
    title: hidamari.title.text,
  })
})

test('next year’s text is imported into the policy that is there, once one has seen what it changes', async () => {
  const policy = ['--organisation', 'shiomi', '--policy', 'privacy']
  const [first, second] = [file('first.txt', firstYear), file('second.txt', secondYear)]
  await run('ja', ['import', first, ...policy, '--create-organisation'])
  expectRefusal(await run('ja', ['import', second, ...policy]), 'conflict', '--into-existing')

  const before = await rowCounts()
  const dry = await run('ja', ['import', second, ...policy, '--into-existing', '--dry-run'])
  expect([dry.code, dry.err]).toEqual([0, ''])
  expect(dry.out).toMatch(/条項: 維持 \d+(?:・変更 \d+)?・追加 1・削除 1・移動 1\n/)
  expect(dry.out).toContain('追加: あかつき倉庫株式会社')
  expect(dry.out).toContain('まだ何も書き込んでいません')
  expect(await rowCounts()).toBe(before)

  const done = await run('en', ['import', second, ...policy, '--into-existing'])
  expect([done.code, done.err]).toEqual([0, ''])
  expect(done.out).toContain('added: あかつき倉庫株式会社')
  expect(done.out).toMatch(/To publish it: privacy-policy publish shiomi\/privacy\n$/)
})

test('a change is published once it is recorded how each duty is met, or why it need not be', async () => {
  const { organisation } = await findPolicy('aoba/privacy-policy', reading)
  const { docs } = await payload.find({
    collection: 'purposes',
    where: { organisation: { equals: organisation } },
    limit: 1,
  })
  const [purpose] = docs
  const text = `${String(purpose?.text)}及び会員証の発行のため`
  await payload.update({ collection: 'purposes', id: String(purpose?.id), data: { text } })
  const seen = await run('en', ['compare', 'aoba/privacy-policy'])
  expect([seen.code, seen.err]).toEqual([0, ''])
  expect(seen.out).toMatch(/^- APPI 21\(3\) {2}\[.*\] purposeNotice-[0-9a-f]{12}$/m)
  expectRefusal(await run('en', ['compare', sample]), 'misspelt', 'to be compared with')
  const publish = (...options: readonly string[]) =>
    run('en', ['publish', 'aoba/privacy-policy', ...options])
  expectRefusal(await publish(), 'refused', /\[purposeNotice-[0-9a-f]{12}\] APPI 21\(3\)/)
  const announced = ['--duty', 'purposeNotice', '--duty', 'retainedData']
  expectRefusal(await publish(...announced), 'misspelt', '--where PLACE --on DAY')
  const day = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
  const where = ['--where', 'お知らせのページ', '--on', day]
  expectRefusal(
    await publish(...announced, ...where, '--lead-days', '30'),
    'refused',
    'has 30 lead days',
  )
  const record = [{ key: 'purposeLimits', waived: { reason: '従来の目的と関連する変更のため' } }]
  const broken = file('broken.json', '[{ "key": "purposeLimits" }]')
  expectRefusal(await publish('--duties', broken), 'misspelt', 'as records of duties')
  const records = file('duties.json', JSON.stringify(record))
  const done = await publish(...announced, ...where, '--duties', records)
  expect([done.err, done.code]).toEqual(['', 0])
  const { policy } = await findPolicy('aoba/privacy-policy', reading)
  const last = (await payloadSource(payload).editions(policy)).at(-1)
  const kept = await payload.findByID({ collection: 'policy-editions', id: String(last?.id) })
  expect(kept.internal).toMatchObject({
    duties: [
      { name: 'purposeLimits', waived: record[0]?.waived },
      { name: 'purposeNotice', met: { where: 'お知らせのページ', when: day } },
      { name: 'retainedData', met: { where: 'お知らせのページ', when: day } },
    ],
  })
})

test('guard puts missing triggers back', async () => {
  await pool.query('alter table policy_editions disable trigger all')
  expect(await run('en', ['guard'])).toEqual({ code: 0, out: 'Editions are frozen.\n', err: '' })
  await expect(pool.query('truncate policy_editions')).rejects.toThrow('Editions are frozen')
})

describe('what cannot be done is said in one sentence, and nothing is written', () => {
  let before = ''
  beforeAll(async () => {
    const { policy } = await importPolicy(
      { documents: [hidamari], organisation: 'known', policy: 'table', createOrganisation: true },
      reading,
    )
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    await publishPolicy({ policy }, reading)
    await publishPolicy({ policy, effectiveFrom: day }, reading)
    before = await rowCounts()
  })

  const toKnown = ['--organisation', 'known']
  const cases: readonly [
    string,
    'ja' | 'en',
    readonly string[],
    keyof typeof exitCodes,
    string | RegExp,
  ][] = [
    [
      'a file that is not there',
      'ja',
      ['import', 'none.txt', ...toKnown],
      'missing',
      /「.*none\.txt」を読めません（ENOENT）。/,
    ],
    ['a folder', 'en', ['parse', 'src'], 'refused', 'src is a folder.'],
    ['a folder that is no export', 'en', ['import', 'src'], 'misspelt', 'has no export.json'],
    [
      'a binary file',
      'en',
      [
        'import',
        file(
          'binary',
          Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) % 256),
        ),
        ...toKnown,
      ],
      'refused',
      'This is not text but a binary file.',
    ],
    [
      'a text that is no policy',
      'ja',
      [
        'import',
        file('letter.txt', '拝啓　時下ますますご清栄のこととお慶び申し上げます。'),
        ...toKnown,
      ],
      'refused',
      'プライバシーポリシーには見えません',
    ],
    ['an empty file', 'ja', ['parse', file('empty.txt', '')], 'refused', 'ファイルが空です。'],
    [
      'an unknown organisation',
      'ja',
      ['import', sample, '--organisation', 'unknown'],
      'missing',
      '--create-organisation',
    ],
    [
      'an organisation whose name is no slug',
      'en',
      ['import', sample, '--organisation', 'Not A Slug', '--create-organisation'],
      'refused',
      /^The following field is invalid: .*letters/,
    ],
    [
      'publishing an unknown policy',
      'ja',
      ['publish', 'known/none'],
      'missing',
      'あるポリシー: table',
    ],
    [
      'publishing before a pending edition',
      'en',
      ['publish', 'known/table'],
      'refused',
      'reissue, keep or withdraw',
    ],
    [
      'restoring an edition that is not there',
      'ja',
      ['restore', 'known/table', '7'],
      'missing',
      '第7版がありません。ある版：1〜2',
    ],
    [
      'reissuing after a repeal',
      'en',
      ['publish', 'known/table', '--kind', 'repeal', '--pending', 'reissue'],
      'refused',
      'Choose keep or withdraw.',
    ],
    [
      'a role for nobody',
      'en',
      ['grant', 'nobody@example.com', '--role', 'viewer', ...toKnown],
      'missing',
      'There is no user with the e-mail `nobody@example.com`.',
    ],
  ]
  test.each(cases)('%s', async (_, language, args, reason, words) => {
    expectRefusal(await run(language, args), reason, words)
  })

  test('a database that does not answer; its password stays unsaid', async () => {
    const url = 'postgres://app:secret@127.0.0.1:1/policies'
    const outcome = await run('ja', ['guard'], { DATABASE_URL: url })
    expectRefusal(outcome, 'unavailable', 'データベース 127.0.0.1:1/policies を使用できません')
    expect(outcome.err).not.toContain('secret')
  })

  afterAll(async () => expect(await rowCounts()).toBe(before))
})

test('a command that is misspelt is answered with the right ones', async () => {
  const { code, err } = await run('en', ['publsh'])
  expect(code).toBe(exitCodes.misspelt)
  expect(err).toMatch(/unknown command 'publsh'/)
  expect(err).toMatch(/parse [\s\S]*import [\s\S]*publish /)
  const option = await run('ja', ['publish', 'known/table', '--kind', 'revision'])
  expect([option.code, option.out]).toEqual([exitCodes.misspelt, ''])
  const help = await run('ja', ['publish', '--help'])
  expect([help.code, help.err]).toEqual([exitCodes.done, ''])
  expect(help.out).toMatch(/終了コード: 0 完了/)
})

test('a webhook that was given up is sent again by its id', async () => {
  expectRefusal(
    await run('ja', ['resend', 'msg_unknown']),
    'missing',
    '送信記録「msg_unknown」がありません。',
  )
})
