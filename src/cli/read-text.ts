import fs from 'node:fs/promises'
import { ParseRefused } from '../core/parse/index.ts'
import { decode } from '../core/read/decode.ts'

/** The largest file that is read: far above any policy, far below what would trouble the machine. */
const MOST_BYTES = 5 * 1024 * 1024

/** A text file as a string: UTF-8, or else the Japanese encoding that it is valid in. */
export async function readText(file: string): Promise<string> {
  const stats = await fs.stat(file)
  if (stats.isDirectory())
    throw new ParseRefused({
      ja: `「${file}」はフォルダーです。プライバシーポリシーの本文のテキストファイルを指定してください。`,
      en: `${file} is a folder. Give a text file with the text of a privacy policy.`,
    })
  const { size } = stats
  if (size > MOST_BYTES)
    throw new ParseRefused({
      ja: `ファイルが大きすぎます（${size} バイト）。${MOST_BYTES} バイト以下のプライバシーポリシーの本文を指定してください。`,
      en: `The file is too large (${size} bytes). Give the text of a privacy policy of at most ${MOST_BYTES} bytes.`,
    })
  return decode(await fs.readFile(file))
}
