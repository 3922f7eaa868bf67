import fs from 'node:fs/promises'
import path from 'node:path'
import { type Parsed, ParseRefused } from '../core/parse/index.ts'
import { mostBytes, tooLarge } from '../core/read/format.ts'
import { readPolicy } from '../operations/importing/read-policy.ts'
import { say } from './language.ts'

/** What both commands that read a file say of it. */
export const fileArgument = say({
  ja: 'ポリシーのファイル（テキスト・Markdown・HTML・DOCX・PDF）。「-」は標準入力',
  en: 'the policy: plain text, Markdown, HTML, DOCX or PDF; - for standard input',
})

/** A file as it is; what is piped in has no name. */
export type PolicyFile = { readonly bytes: Uint8Array; readonly name: string | null }

/** The policy in a file, or in what is piped in. */
export async function readFile(file: string): Promise<Parsed> {
  const { bytes, name } = await openFile(file)
  return readPolicy(bytes, name === null ? {} : { name })
}

/** The same before it is read. @throws ParseRefused for what nobody need read */
export async function openFile(file: string): Promise<PolicyFile> {
  if (file === '-') return { bytes: await standardInput(), name: null }
  const stats = await fs.stat(file)
  if (stats.isDirectory())
    throw new ParseRefused({
      ja: `「${file}」はフォルダーです。プライバシーポリシーのファイルを指定してください。`,
      en: `${file} is a folder. Give the file of a privacy policy.`,
    })
  if (stats.size > mostBytes) throw tooLarge(stats.size)
  return { bytes: await fs.readFile(file), name: path.basename(file) }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw tooLarge(size)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
