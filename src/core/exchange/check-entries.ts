import { type ChainEnd, flawOf } from '../edition/chain.ts'
import type { Edition, EditionRow } from '../edition/edition.ts'
import { isEdition } from '../edition/export-line.ts'
import { type RelationKind, relationKinds, relationsIn } from '../lexical/relations.ts'
import type { LexicalState } from '../lexical/state.ts'
import { recordIdProblem } from '../validate/record-id.ts'
import { organisationSlugProblem, slugProblem } from '../validate/slug.ts'
import type { Words } from '../words.ts'
import { isObject, type Languages, recordFlaws } from './check-record.ts'
import type { EditionRest, Entry, ReadEntry, Source } from './entry.ts'
import { type FieldPath, fieldName, type ImportFlaw } from './flaw.ts'
import { placeInJson } from './place-in-json.ts'
import {
  libraryKinds,
  neededInBase,
  type PortableRecord,
  type RecordKind,
  type RecordShape,
} from './record-shape.ts'

type RecordEntry = Extract<Entry, { type: 'record' }> & { readonly source: Source }

/** The records of the library or of one organisation, each with where it was read. */
export type Unit = {
  /** The organisation's slug; null for the library. */
  readonly name: string | null
  readonly records: readonly RecordEntry[]
}

export type Checker = {
  /** The entry as one that holds, or nothing when it has flaws of its own. */
  readonly entry: (entry: ReadEntry) => Entry | null
  /** To be called when all entries of an organisation, or of the library, have been seen; returns them. */
  readonly endUnit: () => Unit
  readonly flaws: readonly ImportFlaw[]
}

/**
 * Checks what is to be imported, as it comes: first the library, then organisation after organisation, each record by
 * its shape, then what they say of each other; editions by their hashes, each upon the one before. It remembers the
 * ids of everything, and else one organisation at a time.
 */
export function checkEntries(
  shapes: { readonly [K in RecordKind]: RecordShape },
  languages: Languages,
): Checker {
  const flaws: ImportFlaw[] = []
  const places = new Map<string, string | number>()
  const slugs = new Set<string>()
  const library = new Map<string, RecordKind>()
  let records: RecordEntry[] = []
  let chain: { readonly policy: string; readonly end: ChainEnd | null } | null = null

  return { entry, endUnit, flaws }

  function flaw(source: Source, path: FieldPath, why: Words): void {
    const { line, column } = placeInJson(source.text, path)
    const { file } = source
    flaws.push({ file, line: source.line ?? line, column, field: fieldName(path), why })
  }

  function entry(read: ReadEntry): Entry | null {
    const before = flaws.length
    if (read.type === 'edition') checkEdition(read)
    else checkRecord(read)
    return flaws.length === before ? (read as Entry) : null
  }

  function checkRecord(read: Extract<ReadEntry, { type: 'record' }>): void {
    const { kind, source, organisation } = read
    const own = recordFlaws(read.record, shapes[kind], { languages, needed: neededInBase[kind] })
    for (const { path, why } of own) flaw(source, path, why)
    const record = read.record as PortableRecord
    if (!isObject(record) || typeof record.id !== 'string') return
    const problem = recordIdProblem(record.id)
    if (problem) flaw(source, ['id'], problem)
    once(`${record.id}`, ['id'], source)
    for (const { name, type } of shapes[kind])
      if (type === 'rows' && Array.isArray(record[name]))
        for (const [i, row] of record[name].entries())
          if (isObject(row) && row.id !== undefined)
            once(`${kind}.${name} ${row.id}`, [name, i, 'id'], source)
    if (organisation === null && !(libraryKinds as readonly RecordKind[]).includes(kind))
      flaw(source, ['organisation'], needsOrganisation)
    if (kind === 'organisations') checkSlug(read, record, organisationSlugProblem, organisation)
    else if (organisation !== null && !slugs.has(organisation))
      flaw(source, ['organisation'], organisationMissing(organisation))
    if (kind === 'policies') checkSlug(read, record, slugProblem, read.policy)
    if (kind === 'policySections' && !policyOf(read.policy))
      flaw(source, ['policy'], policyMissing(read))
    if (organisation === null) library.set(record.id, kind)
    records.push(read as RecordEntry)
  }

  function checkSlug(
    { kind, organisation, source }: Extract<ReadEntry, { type: 'record' }>,
    { slug }: PortableRecord,
    problemOf: (slug: string) => Words | null,
    place: string | null,
  ): void {
    if (typeof slug !== 'string') return
    const problem = problemOf(slug)
    if (problem) flaw(source, ['slug'], problem)
    if (slug !== place) flaw(source, ['slug'], elsewhere(slug, String(place)))
    const name = kind === 'organisations' ? slug : `${organisation}/${slug}`
    if (slugs.has(name)) flaw(source, ['slug'], slugTwice(name))
    slugs.add(name)
  }

  function once(id: string, path: FieldPath, { file, line, text }: Source): void {
    const first = places.get(id)
    if (first === undefined) places.set(id, line ?? file)
    else
      flaw(
        { file, line, text },
        path,
        idTwice(typeof first === 'number' ? `${file}:${first}` : first),
      )
  }

  function policyOf(slug: string | null): PortableRecord | undefined {
    return records.find(({ kind, record }) => kind === 'policies' && record.slug === slug)?.record
  }

  function checkEdition({
    source,
    edition,
    rest,
    organisation,
    policy,
  }: Extract<ReadEntry, { type: 'edition' }>): void {
    const owner = policyOf(policy)
    if (!owner) flaw(source, ['policy'], policyMissing({ organisation, policy }))
    else if (!isEdition(edition) || !isRest(rest)) flaw(source, [], noEdition)
    if (!owner || !isEdition(edition) || !isRest(rest)) return
    const name = `${organisation}/${policy}`
    const end = chain?.policy === name ? chain.end : null
    const row: EditionRow = { ...(edition as Edition), internal: rest.internal }
    const broken = flawOf(row, end)
    if (broken) flaw(source, [], broken.why)
    else if (row.policy !== owner.id) flaw(source, ['policy'], otherPolicy(owner.id))
    once(row.id, ['id'], source)
    const { number, sha256, recordedAt } = row
    chain = { policy: name, end: { number, policy: row.policy, sha256, recordedAt } }
  }

  function endUnit(): Unit {
    const name = records[0]?.organisation ?? null
    const own = new Map<string, RecordKind>(records.map(({ record, kind }) => [record.id, kind]))
    const policyOfSection = new Map(
      records.flatMap(({ kind, record, policy }) =>
        kind === 'policySections' ? [[record.id, policy] as const] : [],
      ),
    )
    const parents = new Map(
      records.flatMap(({ kind, record }) =>
        kind === 'policySections' ? [[record.id, record.parent] as const] : [],
      ),
    )
    for (const { kind, record, policy, source } of records) {
      if (kind === 'policySections' && typeof record.parent === 'string') {
        if (policyOfSection.get(record.parent) !== policy)
          flaw(source, ['parent'], missingRecord('policySections', record.parent))
        else if (isBelowItself(record.id, parents)) flaw(source, ['parent'], belowItself)
      }
      for (const field of bodiesOf(shapes[kind])) {
        const languagesOf = record[field]
        if (!isObject(languagesOf)) continue
        for (const [language, state] of Object.entries(languagesOf)) {
          const used = relationsIn([state as LexicalState])
          const missing = (
            of: RecordKind,
            ids: readonly string[],
            isThere: (id: string) => boolean,
          ) => {
            for (const id of ids)
              if (!isThere(id))
                flaw(source, [field, language, ...pathTo(state, id)], missingRecord(of, id))
          }
          for (const of of relationKinds as readonly RelationKind[])
            missing(of, used[of], (id) => own.get(id) === of || library.get(id) === of)
          missing('policySections', used.sections, (id) => policyOfSection.get(id) === policy)
        }
      }
    }
    const unit = { name, records }
    records = []
    chain = null
    return unit
  }
}

const bodiesOf = (shape: RecordShape) =>
  shape.flatMap(({ name, type }) => (type === 'body' ? [name] : []))

function isBelowItself(id: string, parents: ReadonlyMap<string, unknown>): boolean {
  const passed = new Set<unknown>()
  for (let at: unknown = id; typeof at === 'string'; at = parents.get(at)) {
    if (passed.has(at)) return true
    passed.add(at)
  }
  return false
}

/** Where in a body an id stands. */
function pathTo(value: unknown, id: string): FieldPath {
  if (typeof value !== 'object' || value === null) return []
  for (const [name, inner] of Object.entries(value)) {
    const part = Array.isArray(value) ? Number(name) : name
    if (inner === id) return [part]
    const rest = pathTo(inner, id)
    if (rest.length) return [part, ...rest]
  }
  return []
}

function isRest(value: unknown): value is EditionRest {
  if (!isObject(value) || !isObject(value.internal)) return false
  const { idempotencyKey: key } = value
  return typeof value.internal.salt === 'string' && (key === null || typeof key === 'string')
}

const needsOrganisation: Words = {
  ja: '共通の文例にできるのは、例外と安全管理措置だけです。事業者を指定してください。',
  en: 'Only exception clauses and safety measures can belong to no organisation. Name its organisation.',
}

const organisationMissing = (slug: string): Words => ({
  ja: `事業者「${slug}」の記録（organisation）が、これより前にありません。事業者の記録を先に置いてください。`,
  en: `The record of the organisation \`${slug}\` does not come before this one. Put it first.`,
})

const policyMissing = ({
  organisation,
  policy,
}: {
  readonly organisation: string | null
  readonly policy: string | null
}): Words => ({
  ja: `ポリシー「${organisation}/${policy}」の記録が、これより前にありません。ポリシーの記録を先に置いてください。`,
  en: `The record of the policy \`${organisation}/${policy}\` does not come before this one. Put it first.`,
})

const missingRecord = (kind: RecordKind, id: string): Words => ({
  ja: `${kind} の記録 ${id} が、この事業者にも共通の文例にもありません。記録を加えるか、参照を外してください。`,
  en: `Neither this organisation nor the library has ${id} in ${kind}. Add the record, or take the reference out.`,
})

const belowItself: Words = {
  ja: '条項が自分自身の下に置かれています。上位の条項を選び直してください。',
  en: 'The section stands below itself. Choose another parent.',
}

const idTwice = (first: string): Words => ({
  ja: `同じIDが ${first} にあります。IDは一つの記録だけのものです。`,
  en: `${first} has the same id. An id belongs to one record only.`,
})

const slugTwice = (slug: string): Words => ({
  ja: `「${slug}」が二つあります。別の名前にしてください。`,
  en: `There are two called \`${slug}\`. Choose another name for one.`,
})

const elsewhere = (slug: string, place: string): Words => ({
  ja: `名前「${slug}」が、置かれている場所「${place}」と一致しません。どちらかを直してください。`,
  en: `It is called \`${slug}\` and stands in \`${place}\`. Rename one of the two.`,
})

const otherPolicy = (id: string): Words => ({
  ja: `版が別のポリシーのものです。このポリシーのIDは ${id} です。`,
  en: `The edition is of another policy; the id of this one is ${id}.`,
})

const noEdition: Words = {
  ja: '版として読み取れません。editions.jsonl と editions-internal.jsonl は、書き出したままにしてください。',
  en: 'It is no edition. Leave editions.jsonl and editions-internal.jsonl as they were exported.',
}
