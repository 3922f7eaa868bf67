import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { ImportFlaw } from '../../../src/core/exchange/flaw.ts'
import { checkImport } from '../../../src/operations/exchange/check-import.ts'
import { exportEntries } from '../../../src/operations/exchange/export-entries.ts'
import { exportLinesOf, linesSource } from '../../../src/operations/exchange/json-lines.ts'
import { folderSource } from '../../../src/operations/exchange/read-folder.ts'
import { writeFolder } from '../../../src/operations/exchange/write-folder.ts'
import type { OperationRefused } from '../../../src/operations/refused.ts'
import { testPayload } from '../../payload.ts'
import { makeWorld, readingOf } from './world.ts'

vi.setConfig({ testTimeout: 240_000 })

const payload = await testPayload()
const reading = await readingOf(payload)
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'bad-input-'))
afterAll(() => fs.rmSync(root, { recursive: true }))
await makeWorld(payload, { organisations: 1, seed: 22 })

const lines: string[] = []
for await (const line of exportLinesOf(exportEntries({}, reading), ['ja', 'en'])) lines.push(line)
await writeFolder(path.join(root, 'good'), exportEntries({}, reading), ['ja', 'en'])

async function flawsOf(check: () => Promise<unknown>): Promise<readonly ImportFlaw[]> {
  try {
    await check()
  } catch (error) {
    expect(error).toMatchObject({ code: 'not-importable' })
    return (error as OperationRefused).details as readonly ImportFlaw[]
  }
  throw new Error('Expected it to be refused')
}

/** The flaws of the lines when one of them is another. */
async function flawsOfLines(changed: readonly string[]): Promise<readonly ImportFlaw[]> {
  const file = path.join(root, 'bad.jsonl')
  fs.writeFileSync(file, changed.join(''))
  return flawsOf(async () => checkImport(await linesSource(file), reading))
}

type Line = {
  collection: string
  organisation: string | null
  policy?: string
  // biome-ignore lint/suspicious/noExplicitAny: broken in many ways.
  record: any
  // biome-ignore lint/suspicious/noExplicitAny: broken in many ways.
  [name: string]: any
}
const find = (holds: (line: Line) => boolean) =>
  lines.findIndex((line, i) => i > 0 && holds(JSON.parse(line)))
const withLine = (index: number, change: (line: Line) => void) =>
  lines.map((line, i) => {
    if (i !== index) return line
    const value = JSON.parse(line)
    change(value)
    return `${JSON.stringify(value)}\n`
  })

const purpose = find(({ collection }) => collection === 'purposes')
const organisation = find(({ collection }) => collection === 'organisations')
const contact = find(({ collection, record }) => collection === 'contacts' && record.lines?.length)
const section = find(
  ({ collection, record }) =>
    collection === 'policySections' && /"record":/.test(JSON.stringify(record)),
)
const edition = find(
  ({ collection, edition }) => collection === 'policyEditions' && edition.number === 2,
)

test('what was exported holds, and with empty lines, as a server sends them meanwhile', async () => {
  const counts = await checkImport(folderSource(path.join(root, 'good')), reading)
  for (const before of ['', '\n\n']) {
    const file = path.join(root, 'good.jsonl')
    fs.writeFileSync(file, lines.map((line) => before + line).join(''))
    expect(await checkImport(await linesSource(file), reading)).toEqual(counts)
  }
})

test('a malformed line 3,201 is named with its column', async () => {
  const [header = '', ...rest] = lines
  const template = JSON.parse(lines[find(({ organisation }) => organisation === null)] ?? '')
  const many = Array.from({ length: 3_199 }, (_, i) => {
    const id = `019abcde-0000-7000-8000-${String(i).padStart(12, '0')}`
    return `${JSON.stringify({ ...template, record: { ...template.record, id } })}\n`
  })
  const broken = '{"collection":"purposes",,"organisation":null}\n'
  const flaws = await flawsOfLines([header, ...many, broken, ...rest])
  expect(flaws).toMatchObject([
    { line: 3_201, column: 26, why: { en: expect.stringContaining('JSON') } },
  ])
})

test.each<[string, () => readonly string[], Partial<ImportFlaw>]>([
  [
    'an unknown field',
    () => withLine(purpose, ({ record }) => Object.assign(record, { colour: 'red' })),
    {
      line: purpose + 1,
      field: 'colour',
      why: {
        ja: expect.stringContaining('text'),
        en: expect.stringContaining('There are: id, text'),
      },
    },
  ],
  [
    'a value of another type',
    () => withLine(contact, ({ record }) => Object.assign(record.lines[0], { joined: 'yes' })),
    {
      line: contact + 1,
      field: 'lines[0].joined',
      why: { ja: expect.any(String), en: expect.stringContaining('true / false') },
    },
  ],
  [
    'a text without language',
    () => withLine(purpose, ({ record }) => Object.assign(record, { text: 'text' })),
    {
      line: purpose + 1,
      field: 'text',
      why: { ja: expect.any(String), en: expect.stringContaining('"ja"') },
    },
  ],
  [
    'a language that nobody speaks',
    () => withLine(purpose, ({ record }) => Object.assign(record.text, { fr: 'but' })),
    { field: 'text.fr' },
  ],
  [
    'an emptied text',
    () => withLine(organisation, ({ record }) => Object.assign(record, { legalName: { ja: '' } })),
    { line: organisation + 1, field: 'legalName' },
  ],
  [
    'a choice that is none',
    () => withLine(contact, ({ record }) => Object.assign(record, { roles: ['inquiry', 'boss'] })),
    {
      field: 'roles[1]',
      why: { ja: expect.stringContaining('boss'), en: expect.stringContaining('complaints') },
    },
  ],
  [
    'what is required and missing',
    () => withLine(section, ({ record }) => delete record.kind),
    { line: section + 1, field: 'kind' },
  ],
  [
    'an organisation that is not there',
    () => withLine(purpose, (line) => Object.assign(line, { organisation: 'nobody' })),
    {
      line: purpose + 1,
      field: 'organisation',
      why: { ja: expect.stringContaining('nobody'), en: expect.stringContaining('nobody') },
    },
  ],
  [
    'a policy that is not there',
    () => withLine(section, (line) => Object.assign(line, { policy: 'none' })),
    { line: section + 1, field: 'policy' },
  ],
  [
    'a record that a body uses and nobody has',
    () =>
      lines.map((line, i) =>
        i === section
          ? line.replace(/("record":")[^"]{36}/, '$1019abcde-0000-7000-8000-000000000000')
          : line,
      ),
    {
      line: section + 1,
      field: expect.stringMatching(/^body\.(ja|en)\.root\.children\[\d+\].*record$/) as never,
    },
  ],
  [
    'a parent that is not there',
    () =>
      withLine(section, ({ record }) =>
        Object.assign(record, { parent: '019abcde-0000-7000-8000-000000000000' }),
      ),
    { line: section + 1, field: 'parent' },
  ],
  [
    'an id twice',
    () => lines.flatMap((line, i) => (i === purpose ? [line, line] : [line])),
    {
      line: purpose + 2,
      field: 'id',
      why: { ja: expect.any(String), en: expect.stringContaining(`bad.jsonl:${purpose + 1}`) },
    },
  ],
  [
    'an id that is none',
    () => withLine(purpose, ({ record }) => Object.assign(record, { id: '17' })),
    { line: purpose + 1, field: 'id' },
  ],
  [
    'a collection that is none',
    () => withLine(purpose, (line) => Object.assign(line, { collection: 'users' })),
    { line: purpose + 1, field: 'collection' },
  ],
  [
    'a NUL',
    () => withLine(purpose, ({ record }) => Object.assign(record.text, { ja: 'a\0b' })),
    { field: 'text.ja' },
  ],
  [
    'an edition that says something else',
    () =>
      lines.map((line, i) =>
        i === edition ? line.replace('プライバシーポリシー', 'プライバシイポリシー') : line,
      ),
    {
      line: edition + 1,
      why: { ja: expect.stringContaining('ハッシュ値'), en: expect.stringContaining('hash') },
    },
  ],
  [
    'an edition left out',
    () => lines.filter((_, i) => i !== edition),
    { line: edition + 1, why: { ja: expect.any(String), en: expect.stringContaining('missing') } },
  ],
  [
    'an internal record of another publisher',
    () =>
      withLine(edition, ({ internal }) =>
        Object.assign(internal, { publishedBy: { id: '1', name: '別人' } }),
      ),
    { line: edition + 1 },
  ],
])('%s is named with its place', async (_, changed, flaw) => {
  const flaws = await flawsOfLines(changed())
  expect(flaws[0]).toMatchObject({ file: expect.stringMatching(/bad\.jsonl$/), ...flaw })
})

test('in a folder, file, line and field are named; nothing is guessed', async () => {
  const change = async (file: string, from: RegExp | string, to: string) => {
    const folder = path.join(root, 'changed')
    fs.rmSync(folder, { recursive: true, force: true })
    fs.cpSync(path.join(root, 'good'), folder, { recursive: true })
    const place = path.join(folder, file)
    fs.writeFileSync(place, fs.readFileSync(place, 'utf8').replace(from, to))
    return flawsOf(() => checkImport(folderSource(folder), reading))
  }
  const own = 'organisations/made-up-22-1'
  const [first] = await change(`${own}/organisation.json`, '"entityKind"', '"entityKnid"')
  expect(first).toMatchObject({ file: `${own}/organisation.json`, field: 'entityKnid' })
  expect(first?.line).toBeGreaterThan(3)
  const [broken] = await change(`${own}/organisation.json`, '"entityKind":', '"entityKind"')
  expect(broken).toMatchObject({ file: `${own}/organisation.json`, line: first?.line })
  const [slug] = await change(
    `${own}/organisation.json`,
    '"slug": "made-up-22-1"',
    '"slug": "other"',
  )
  expect(slug).toMatchObject({ field: 'slug' })
  const [forged] = await change(
    `${own}/policies/privacy-policy/editions.jsonl`,
    /プライバシーポリシー/,
    'プライバシイポリシー',
  )
  expect(forged).toMatchObject({ line: 1, file: `${own}/policies/privacy-policy/editions.jsonl` })
  fs.writeFileSync(path.join(root, 'good', own, 'purposes/copy of one.json'), '{}')
  const [misplaced] = await flawsOf(() =>
    checkImport(folderSource(path.join(root, 'good')), reading),
  )
  expect(misplaced?.file).toContain('copy of one.json')
})

test('what is no export is told so at once', async () => {
  expect(() => folderSource(os.tmpdir())).toThrow(expect.objectContaining({ code: 'bad-request' }))
  const file = path.join(root, 'editions.jsonl')
  fs.copyFileSync(
    path.join(root, 'good/organisations/made-up-22-1/policies/privacy-policy/editions.jsonl'),
    file,
  )
  await expect(linesSource(file)).rejects.toMatchObject({ code: 'bad-request' })
})
