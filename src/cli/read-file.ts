import fs from 'node:fs/promises'
import { type Parsed, ParseRefused } from '../core/parse/index.ts'
import { mostBytes, tooLarge } from '../core/read/format.ts'
import { readPolicy } from '../operations/read-policy.ts'
import { say } from './language.ts'

/** What both commands that read a file say of it. */
export const fileArgument = say({
  ja: 'ポリシーのファイル（テキスト・Markdown・HTML・DOCX・PDF）。「-」は標準入力',
  en: 'the policy: plain text, Markdown, HTML, DOCX or PDF; - for standard input',
})

/** The policy in a file, or in what is piped in. */
export async function readFile(file: string): Promise<Parsed> {
  if (file === '-') return readPolicy(await standardInput())
  const stats = await fs.stat(file)
  if (stats.isDirectory())
    throw new ParseRefused({
      ja: `「${file}」はフォルダーです。プライバシーポリシーのファイルを指定してください。`,
      en: `${file} is a folder. Give the file of a privacy policy.`,
    })
  if (stats.size > mostBytes) throw tooLarge(stats.size)
  return readPolicy(await fs.readFile(file), { name: file })
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
