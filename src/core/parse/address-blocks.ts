import { fold } from '../fold.ts'
import { contactRowKind, email, entityKind, phone, url } from './contact-lines.ts'
import type { Row } from './rows.ts'
import { isEndMark } from './shape.ts'
import { representativeIn } from './signature.ts'

/** What lines can be where they stand. */
export type Place = {
  /** An address block is expected here: contact, complaints, withdrawal. */
  readonly contact: boolean
  /** An address without telephone or e-mail is a desk's here, and not the operator's or a partner's own. */
  readonly addressAlone: boolean
  /** Legal names with URLs are partners here, not contacts. */
  readonly partners: boolean
  /** Lines may sign here: the preamble and what follows 以上. */
  readonly signature: boolean
  /** Lines without markers below a lead-in are its list: exceptions, purposes. */
  readonly unmarked: (row: Row, before: readonly Row[]) => boolean
}

/** More lines than any desk has; what goes on begins another block. */
const longest = 60

/** How many rows make an address block from one on; 0 if it opens none. */
export function contactLength(rows: readonly Row[], from: number, place: Place): number {
  const first = rows[from] as Row
  const kinds: string[] = []
  let named = false
  let reached = false
  let to = from
  while (to < rows.length && to - from < longest) {
    const row = rows[to] as Row
    if (
      row.table ||
      row.label !== null ||
      (to > from && (row.marker === '') !== (first.marker === ''))
    )
      break
    const kind = contactRowKind(row)
    if (kind === null || isEndMark(row.text)) break
    if (place.partners && entityKind.test(fold(row.text)) && url.test(fold(row.text))) break
    if (kind === 'building' && kinds.at(-1) === undefined) break
    // A name behind one that can be called or written to is of the next desk.
    if (kind === 'name' && reached && (named || opensDesk(rows[to + 1]))) break
    named ||= kind === 'name'
    reached ||= kind === 'url' || (kind === 'strong' && canBeReached(row.text))
    kinds.push(kind)
    to++
  }
  if (kinds.length === 0) return 0
  if (!place.addressAlone && !reached) return 0
  // 株式会社… / 代表取締役 …: who signs, not a desk.
  const next = rows[to]
  if (!reached && !kinds.includes('strong') && next && representativeIn(next.text) !== null)
    return 0
  const held =
    kinds.includes('strong') || (place.contact && (kinds.includes('url') || kinds.includes('name')))
  if (!held) return 0
  // A heading-like line that only happens to end in 窓口 stays what it is unless details follow.
  return to - from
}

/** Whether a row reaches the desk that the row above it names. */
function opensDesk(row: Row | undefined): boolean {
  const kind = row ? contactRowKind(row) : null
  return kind === 'url' || kind === 'strong'
}

const canBeReached = (text: string) => {
  const plain = fold(text)
  return email.test(plain) || phone.test(plain)
}
