import { type Parsed, type ParseOptions, ParseRefused, parse } from '../../core/parse/index.ts'
import type { Source } from '../../core/read/source.ts'

/** What a file that was read says. @throws ParseRefused when it is no policy, or longer than any */
export function understood(source: Source, options: ParseOptions): Parsed {
  const length = source.lines.reduce((sum, { text }) => sum + text.length, 0)
  if (length > longest) throw tooLong(length)
  if (source.lines.length > mostLines) throw tooManyLines(source.lines.length)
  return parse(source, options)
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
