import type { Parsed, ParseOptions } from '../../core/parse/index.ts'
import { formatOf } from '../../core/read/format.ts'
import { readers } from '../../core/read/index.ts'
import { readBounded, understandBounded } from '../reading/bounded.ts'
import { inTurn } from '../reading/in-turn.ts'
import { understood } from '../reading/understood.ts'

type FileOptions = ParseOptions & {
  /** What the file is called, which tells of some what it is. */
  readonly name?: string
}

/**
 * The policy in a file of any format, with what is doubtful about it and what of the file is not in it. Plain text is
 * read at once; other formats in a process of their own that may take only so much time and memory.
 *
 * @throws ParseRefused when the file is no policy, or nothing that can be read
 */
export async function readPolicy(
  bytes: Uint8Array,
  { name, ...options }: FileOptions = {},
): Promise<Parsed> {
  const format = formatOf(bytes, name)
  const source = format === 'text' ? readers.text.read(bytes) : await readBounded({ format, bytes })
  return understood(source, options)
}

/**
 * The same for who has others to answer meanwhile: plain text, and the understanding of any text, are the business of
 * that process too, and there is one such process at a time.
 */
export async function readPolicyApart(
  bytes: Uint8Array,
  { name, ...options }: FileOptions = {},
): Promise<Parsed> {
  const format = formatOf(bytes, name)
  return inTurn(() => understandBounded({ format, bytes }, options))
}
