import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { verifyExport } from '../../../src/core/edition/index.ts'
import { checkImport } from '../../../src/operations/exchange/check-import.ts'
import { exportEntries } from '../../../src/operations/exchange/export-entries.ts'
import { filesIn } from '../../../src/operations/exchange/files-in.ts'
import { exportLinesOf, linesSource } from '../../../src/operations/exchange/json-lines.ts'
import type { ImportSource } from '../../../src/operations/exchange/read-folder.ts'
import { folderSource } from '../../../src/operations/exchange/read-folder.ts'
import { writeFolder } from '../../../src/operations/exchange/write-folder.ts'
import {
  type ImportedUnit,
  type ImportMode,
  isEmptyDatabase,
  writeImport,
} from '../../../src/operations/exchange/write-import.ts'
import { testPayload } from '../../payload.ts'
import { makeWorld, readingOf, rowsOf, wipe } from './world.ts'

vi.setConfig({ testTimeout: 240_000 })

const payload = await testPayload()
const reading = await readingOf(payload)
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'exchange-'))
afterAll(() => fs.rmSync(root, { recursive: true }))
const languages = ['ja', 'en']

const exportTo = (name: string, request: Parameters<typeof exportEntries>[0] = {}) =>
  writeFolder(path.join(root, name), exportEntries(request, reading), languages)

async function bring(source: ImportSource, mode: ImportMode): Promise<ImportedUnit[]> {
  const units: ImportedUnit[] = []
  await checkImport(source, reading)
  for await (const unit of writeImport(source, mode, reading)) units.push(unit)
  return units
}

const contents = (name: string) =>
  Object.fromEntries(
    filesIn(path.join(root, name)).map((file) => [
      file,
      fs.readFileSync(path.join(root, name, file), 'utf8'),
    ]),
  )

const holding = (file: string, words: string) => {
  const [found] = Object.entries(contents(file)).find(([, text]) => text.includes(words)) ?? []
  if (!found) throw new Error(`Expected a file with ${words}`)
  return path.join(root, file, found)
}

await makeWorld(payload, { organisations: 3, seed: 21 })

test('a folder imported into an empty database is the same rows, and exports to the same bytes', async () => {
  const before = await rowsOf(payload)
  await exportTo('first')
  const first = contents('first')
  expect(Object.keys(first).length).toBeGreaterThan(100)
  await exportTo('again')
  expect(contents('again')).toEqual(first)

  await wipe(payload)
  expect(await isEmptyDatabase(reading)).toBe(true)
  const source = folderSource(path.join(root, 'first'))
  const units = await bring(source, 'empty')
  expect(units.map(({ name }) => name)).toEqual([
    null,
    'made-up-21-1',
    'made-up-21-2',
    'made-up-21-3',
  ])
  expect(await rowsOf(payload)).toEqual(before)
  await exportTo('second')
  expect(contents('second')).toEqual(first)

  // Where Payload looks: a version each, which says what the record says.
  for (const collection of ['organisations', 'policies', 'policy-sections', 'contacts'] as const) {
    const { docs } = await payload.find({
      collection,
      locale: 'all',
      depth: 0,
      limit: 0,
      trash: true,
    })
    for (const doc of docs) {
      const versions = await payload.findVersions({
        collection,
        where: { parent: { equals: doc.id } },
        locale: 'all',
        depth: 0,
        trash: true,
      })
      expect(versions.docs).toHaveLength(1)
      const own = Object.entries(doc).filter(([name]) => !/^(id|sections|usedIn.*)$/.test(name))
      const said = Object.fromEntries(own)
      expect(versions.docs[0]?.version).toMatchObject(said)
    }
  }
  // And it can be worked on.
  const [organisation] = (await payload.find({ collection: 'organisations', limit: 1 })).docs
  await payload.update({
    collection: 'organisations',
    id: String(organisation?.id),
    data: { url: 'https://www.example.co.jp/' },
  })
})

test('the editions of an export are those of /editions.jsonl, and hold', async () => {
  const file = path.join(
    root,
    'first/organisations/made-up-21-1/policies/privacy-policy/editions.jsonl',
  )
  const verdict = await verifyExport(fs.createReadStream(file))
  expect(verdict).toMatchObject({ ok: true, editions: 7 })
  expect(fs.readFileSync(file, 'utf8')).not.toContain('公表 花子')
  const all = Object.values(contents('first')).join('')
  expect(all).not.toMatch(/apiKey|password|"secrets"/)
})

test('lines of JSON carry the same', async () => {
  await exportTo('before-lines')
  const file = path.join(root, 'all.jsonl')
  const out = fs.createWriteStream(file)
  for await (const line of exportLinesOf(exportEntries({}, reading), languages)) out.write(line)
  await new Promise<void>((resolve) => {
    out.end(resolve)
  })
  await wipe(payload)
  await bring(await linesSource(file), 'empty')
  await exportTo('after-lines')
  expect(contents('after-lines')).toEqual(contents('before-lines'))
})

test('an export over an older one writes what changed, and leaves what is not its own', async () => {
  fs.writeFileSync(path.join(root, 'second/README.md'), 'ours')
  await exportTo('second')
  const [purpose] = (
    await payload.find({
      collection: 'purposes',
      limit: 1,
      where: { organisation: { exists: true } },
    })
  ).docs
  await payload.update({
    collection: 'purposes',
    id: String(purpose?.id),
    data: { text: 'ただ一つ変わった利用目的のため' },
  })
  const before = contents('second')
  const { written, removed } = await exportTo('second')
  expect({ written, removed }).toEqual({ written: 1, removed: 0 })
  const after = contents('second')
  const differing = Object.keys(after).filter((file) => after[file] !== before[file])
  expect(differing).toHaveLength(1)
  expect(differing[0]).toContain(String(purpose?.id))
  expect(after['README.md']).toBe('ours')
  const lines = (text = '') => text.split('\n')
  const [a, b] = [lines(before[differing[0] ?? '']), lines(after[differing[0] ?? ''])]
  expect(b.filter((line, i) => line !== a[i]).map((line) => line.trim().split(':')[0])).toEqual([
    '"ja"',
    '"updatedAt"',
  ])

  fs.mkdirSync(path.join(root, 'foreign'))
  fs.writeFileSync(path.join(root, 'foreign/thesis.txt'), 'years of work')
  await expect(exportTo('foreign')).rejects.toMatchObject({ code: 'bad-request' })
  expect(Object.keys(contents('foreign'))).toEqual(['thesis.txt'])
})

test('into a database with records: planned first, then only what differs is written', async () => {
  await exportTo('base')
  const source = folderSource(path.join(root, 'base'))
  const plan = await bring(source, 'plan')
  expect(
    plan.every(({ added, changed, editions }) => added + changed.length + editions === 0),
  ).toBe(true)

  const file = holding('base', '個人情報相談窓口')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('個人情報相談窓口', 'お客様相談室'))
  const before = await rowsOf(payload)
  const [unit] = (await bring(source, 'plan')).filter(({ changed }) => changed.length)
  expect(unit).toMatchObject({ added: 0, changed: [{ kind: 'contacts', fields: ['name'] }] })
  expect(await rowsOf(payload)).toEqual(before)
  await bring(source, 'filled')
  const { docs } = await payload.find({
    collection: 'contacts',
    where: { name: { equals: 'お客様相談室' } },
  })
  expect(docs[0]).toMatchObject({ tel: '03-1234-5678', roles: ['inquiry', 'complaints'] })
  expect((docs[0]?.lines ?? []).map(({ label }) => label)).toEqual(['電話：', '平日のみ'])
  const versions = await payload.findVersions({
    collection: 'contacts',
    where: { parent: { equals: docs[0]?.id } },
  })
  expect(versions.totalDocs).toBe(2)
  expect((await bring(source, 'plan')).every(({ changed }) => changed.length === 0)).toBe(true)
})

test('one organisation goes with what it uses of the library, and comes back into the rest', async () => {
  await exportTo('one', { organisations: ['made-up-21-1'] })
  const files = Object.keys(contents('one'))
  expect(files.filter((file) => file.startsWith('library/'))).toHaveLength(1)
  expect(files.some((file) => file.includes('made-up-21-2'))).toBe(false)
  expect(files).toContain('organisations/made-up-21-1/policies/con_/policy.json')
  await expect(exportTo('none', { organisations: ['nobody'] })).rejects.toMatchObject({
    code: 'organisation-missing',
  })
  expect(fs.existsSync(path.join(root, 'none'))).toBe(false)
  await wipe(payload)
  await bring(folderSource(path.join(root, 'one')), 'empty')
  await exportTo('one-again')
  expect(contents('one-again')).toEqual(contents('one'))
  const rest = await bring(folderSource(path.join(root, 'base')), 'filled')
  expect(rest.map(({ name, added }) => [name, added > 0])).toEqual([
    [null, true],
    ['made-up-21-1', false],
    ['made-up-21-2', true],
    ['made-up-21-3', true],
  ])
})
