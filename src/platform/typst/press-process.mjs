import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { coverageOf } from './coverage.mjs'

/**
 * Typst in a process of its own: 50 MB of native code, whose faults are not the server's. It prints what its parent
 * sends, one after the other, and ends with it, however that ended.
 *
 * @typedef {{ id: number, main: string, paper: string }} Job
 * @typedef {{ id: number, pdf: Uint8Array } | { id: number, failure: string }} Printed
 */

process.on('disconnect', () => process.exit(0))
// Ctrl+C in a terminal reaches us too: the parent decides when we are no longer needed.
process.on('SIGINT', () => {})

const require = createRequire(import.meta.url)
/** A folder that need not be there: all that Typst reads is in memory. */
const workspace = path.resolve('/privacy-policy-paper')

/** @param {string} name */
const fontFile = (name) => require.resolve(`@expo-google-fonts/${name}.ttf`)

function open() {
  const files = [
    fontFile('noto-serif-jp/400Regular/NotoSerifJP_400Regular'),
    fontFile('noto-serif-jp/700Bold/NotoSerifJP_700Bold'),
    fontFile('noto-sans-jp/700Bold/NotoSansJP_700Bold'),
  ]
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')
  const fontPaths = files.map((file) => path.dirname(file))
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })
  const coverages = files.map((file) => coverageOf(fs.readFileSync(file)))
  return { compiler, has: (/** @type {number} */ sign) => coverages.some((one) => one(sign)) }
}

/** @type {ReturnType<typeof open> | undefined} */
let press
try {
  press = open()
} catch (error) {
  // Nothing but this tells "not installed here" from "fell over".
  process.send?.({ unavailable: error instanceof Error ? error.message : String(error) }, () =>
    process.exit(1),
  )
}

process.on('message', (/** @type {Job} */ { id, main, paper }) => {
  if (!press) return
  try {
    const data = JSON.stringify(withGlyphs(JSON.parse(paper), press.has))
    press.compiler.mapShadow(path.join(workspace, 'paper.json'), Buffer.from(data))
    const pdf = press.compiler.pdf({ mainFileContent: main }, { pdfStandard: 'ua-1' })
    process.send?.({ id, pdf })
  } catch (error) {
    process.send?.({ id, failure: error instanceof Error ? error.message : String(error) })
  }
  // What was laid out is kept for a few prints: the next edition shares most of it.
  press.compiler.evictCache(3)
})

/**
 * Every text with the signs that the fonts have: where one is missing stands 〓, as printers have always done. PDF/UA-1
 * allows no text without a glyph.
 *
 * @param {unknown} value
 * @param {(sign: number) => boolean} has
 * @returns {unknown}
 */
function withGlyphs(value, has) {
  if (typeof value === 'string') {
    let text = ''
    for (const sign of value) text += signOf(sign, has)
    return text
  }
  if (Array.isArray(value)) return value.map((item) => withGlyphs(item, has))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withGlyphs(item, has)]),
  )
}

/**
 * @param {string} sign
 * @param {(sign: number) => boolean} has
 */
function signOf(sign, has) {
  if (sign < '\x7f' || has(sign.codePointAt(0) ?? 0)) return sign
  return /^\p{Default_Ignorable_Code_Point}$/u.test(sign) ? sign : '〓'
}
