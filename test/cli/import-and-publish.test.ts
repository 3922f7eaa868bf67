import { expect, test, vi } from 'vitest'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { findPolicy } from '../../src/operations/policy/find-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { firstYear, secondYear } from '../fixtures/two-years.ts'
import { expectRefusal, sample, terminal } from './terminal.ts'

/* A text on its way: imported, amended, published with its duties, and brought back. */

vi.setConfig({ testTimeout: 240_000 })

const { file, payload, reading, rowCounts, run } = await terminal()

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
