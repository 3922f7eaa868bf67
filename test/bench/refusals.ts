/**
 * `npm run bench:refusals`: what is no policy, is too large or hostile is refused within 5 seconds and 500 MB, by `parse`
 * and by `import`, as a user runs them: the start of every process counts, and the memory of all of them together.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'

const most = { seconds: 5, bytes: 500 * 1024 * 1024 }
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'refusals-'))
const policy = '個人情報保護方針。当社は、個人情報を適切に取り扱います。'

const fill = (head: string, size: number, tail = '') =>
  Buffer.concat([Buffer.from(head), Buffer.alloc(size, `${policy}\n`), Buffer.from(tail)])
const docx = (document: Uint8Array) =>
  zipSync(
    {
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': document,
    },
    { level: 9 },
  )
const wordBody = (inner: string) =>
  strToU8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`,
  )
const megabytes = 1024 * 1024

/** A PDF of one page whose content stream prints so many lines; the cross-reference table is left to be rebuilt. */
function pdf(lines: number): Buffer {
  const stream = `BT /F 9 Tf ${Array.from({ length: lines }, (_, i) => `1 0 0 1 ${i % 500} ${(i * 7) % 800} Tm (Personal information ${i}) Tj`).join('\n')} ET`
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF`,
  )
}

const files: { readonly [name: string]: () => Uint8Array } = {
  'no-policy.txt': () =>
    Buffer.from('むかしむかし、あるところに、おじいさんとおばあさんがいました。\n'.repeat(50)),
  'empty.txt': () => new Uint8Array(),
  'binary.bin': () => Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 256)),
  '50mb.txt': () => fill('', 50 * megabytes),
  '50mb.html': () => fill('<!doctype html><html><body><p>', 50 * megabytes, '</p></body></html>'),
  '50mb.docx': () => Buffer.concat([docx(wordBody('')), Buffer.alloc(50 * megabytes)]),
  '50mb.pdf': () => fill('%PDF-1.7\n', 50 * megabytes, '%%EOF'),
  '5mb.html': () => fill('<!doctype html><html><body><p>', 4_800_000, '</p></body></html>'),
  'nested.html': () => Buffer.from(`<!doctype html><body>${'<div>'.repeat(100_000)}${policy}`),
  'nested.md': () => Buffer.from(`${'> '.repeat(100_000)}${policy}`),
  'nested.docx': () =>
    docx(
      wordBody(
        `${'<w:sdt><w:sdtContent>'.repeat(50_000)}${'</w:sdtContent></w:sdt>'.repeat(50_000)}`,
      ),
    ),
  'bomb.docx': () =>
    docx(
      Buffer.concat([
        Buffer.from(wordBody('')).subarray(0, 86),
        Buffer.alloc(1000 * megabytes, '<w:p/>'),
      ]),
    ),
  'text.pdf': () => pdf(200_000),
}

type Cost = {
  readonly seconds: number
  readonly bytes: number
  readonly code: number | null
  readonly said: string
}

/** Runs the CLI and sums, every few milliseconds, what it and the processes below it hold. */
function run(args: readonly string[]): Promise<Cost> {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', 'src/cli/index.ts', ...args],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LANG: 'en' } },
    )
    let bytes = 0
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
    })
    const timer = setInterval(() => {
      bytes = Math.max(bytes, heldBy(child.pid))
    }, 20)
    child.on('close', (code) => {
      clearInterval(timer)
      resolve({ seconds: (performance.now() - started) / 1000, bytes, code, said: said.trim() })
    })
  })
}

/** proc(5): the resident pages of a process and of all that it started. */
function heldBy(pid: number | undefined): number {
  if (pid === undefined) return 0
  try {
    const pages = Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    const below = children === '' ? [] : children.split(' ').map(Number)
    return pages * 4096 + below.reduce((sum, child) => sum + heldBy(child), 0)
  } catch {
    return 0 // It has ended meanwhile.
  }
}

let missed = 0
console.log('file             command   seconds       MB   answer')
for (const [name, make] of Object.entries(files)) {
  const file = path.join(folder, name)
  fs.writeFileSync(file, make())
  for (const command of ['parse', 'import']) {
    const args = command === 'parse' ? [] : ['--organisation', 'nobody']
    const { seconds, bytes, code, said } = await run([command, file, ...args])
    const within = seconds <= most.seconds && bytes <= most.bytes && code === 1
    if (!within) missed++
    console.log(
      `${name.padEnd(16)} ${command.padEnd(8)}${seconds.toFixed(1).padStart(9)}${(bytes / megabytes).toFixed(0).padStart(9)}   ${within ? '' : `MISSED (exit ${code}) `}${said.split('\n').at(-1)?.slice(0, 70) ?? ''}`,
    )
  }
  fs.rmSync(file)
}
fs.rmSync(folder, { recursive: true })
process.exitCode = missed > 0 ? 1 : 0
