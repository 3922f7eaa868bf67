import fs from 'node:fs/promises'
import { ParseRefused } from '../core/parse/index.ts'

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
  const bytes = await fs.readFile(file)
  const [best] = ['utf-8', 'shift_jis', 'euc-jp']
    .flatMap((encoding) => decoded(bytes, encoding))
    .toSorted((a, b) => strangers(a) - strangers(b))
  if (best !== undefined) return best
  throw new ParseRefused({
    ja: '文字コードを判別できません。UTF-8 のテキストファイルを指定してください。',
    en: 'The encoding of the file cannot be told. Give a text file in UTF-8.',
  })
}

function decoded(bytes: Uint8Array, encoding: string): string[] {
  try {
    return [new TextDecoder(encoding, { fatal: true }).decode(bytes)]
  } catch (error) {
    if (error instanceof TypeError) return []
    throw error
  }
}

/** Japanese text read in the wrong encoding comes out as half-width katakana, which legal text hardly uses. */
const strangers = (text: string): number => text.match(/[\uff61-\uff9f]/g)?.length ?? 0
