import { type Parsed, ParseRefused, parse } from '../core/parse/index.ts'
import { formatOf } from '../core/read/format.ts'
import { readers } from '../core/read/index.ts'
import { readBounded } from './reading/bounded.ts'

/**
 * The policy in a file of any format, with what is doubtful about it and what of the file is not in it. Plain text is
 * read at once; other formats in a process of their own that may take only so much time and memory.
 *
 * @throws ParseRefused when the file is no policy, or nothing that can be read
 */
export async function readPolicy(
  bytes: Uint8Array,
  { name, locale }: { readonly name?: string; readonly locale?: string } = {},
): Promise<Parsed> {
  const format = formatOf(bytes, name)
  const source = format === 'text' ? readers.text.read(bytes) : await readBounded({ format, bytes })
  const length = source.lines.reduce((sum, { text }) => sum + text.length, 0)
  if (length > longest) throw tooLong(length)
  if (source.lines.length > mostLines) throw tooManyLines(source.lines.length)
  return parse(source, locale === undefined ? {} : { locale })
}

/** Several times the longest policies there are: what is more is read for seconds, and is no policy. */
const longest = 300_000
const mostLines = 12_000

const tooLong = (length: number) =>
  new ParseRefused({
    ja: `文書が長すぎます（${length.toLocaleString('en-US')}文字、上限 ${longest.toLocaleString('en-US')}文字）。プライバシーポリシー1件だけのファイルを指定してください。`,
    en: `The text is too long (${length.toLocaleString('en-US')} characters; at most ${longest.toLocaleString('en-US')}). Give a file that holds one privacy policy.`,
  })

const tooManyLines = (lines: number) =>
  new ParseRefused({
    ja: `行が多すぎます（${lines.toLocaleString('en-US')}行、上限 ${mostLines.toLocaleString('en-US')}行）。プライバシーポリシー1件だけのファイルを指定してください。`,
    en: `There are too many lines (${lines.toLocaleString('en-US')}; at most ${mostLines.toLocaleString('en-US')}). Give a file that holds one privacy policy.`,
  })
