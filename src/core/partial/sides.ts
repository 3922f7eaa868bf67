import { numberingStyle } from '../compose.ts'
import { nodesOf, type PolicyDocument, type Value } from '../document.ts'
import { extractKnowing, type Known, type Mentioned } from '../extract.ts'
import { withoutGenerated } from '../history/generated.ts'
import { relationKinds } from '../lexical/relations.ts'
import { type ComposeProblem, Printer } from '../printing.ts'
import type { PolicyRecords } from '../records.ts'

type Documents = { readonly [language: string]: PolicyDocument }

/** What an edition says and what the working copy says, in one form: what says the same is equal. */
export type Sides = {
  readonly base: string
  /** The languages in which both can be compared, the base first. */
  readonly languages: readonly string[]
  /** The languages that only the working copy has whole, and those that only the edition has. */
  readonly newLanguages: readonly string[]
  readonly goneLanguages: readonly string[]
  readonly edition: PolicyRecords
  readonly working: PolicyRecords
  /** The working copy as it is stored: what no document states, and what its languages say in all. */
  readonly stored: PolicyRecords
  readonly printed: { readonly edition: Documents; readonly working: Documents }
}

/**
 * Both sides of a working copy that is to be published in part. A language that is begun and not whole is compared as
 * far as it goes: what is missing belongs to the change that lacks it.
 *
 * @throws RangeError when either has no text in the base language
 */
export function sidesOf({
  edition,
  working,
  drafts,
  incomplete,
  stored,
  base,
}: {
  readonly edition: Documents
  readonly working: Documents
  readonly drafts: Documents
  readonly incomplete: { readonly [language: string]: readonly ComposeProblem[] }
  readonly stored: PolicyRecords
  readonly base: string
}): Sides {
  const begun: Documents = { ...drafts, ...working }
  const both = Object.keys(begun).filter((language) => edition[language])
  const languages = [base, ...both.filter((language) => language !== base)]
  const of = (texts: Documents) => {
    const documents = languages.map((language) => {
      const document = texts[language]
      if (!document) throw new RangeError(`Expected a text in \`${language}\` on both sides`)
      return withoutGenerated(document)
    })
    return documents as [PolicyDocument, ...PolicyDocument[]]
  }
  const [before, after] = [of(edition), of(begun)]
  const absent = new Set(
    languages.flatMap((language) =>
      (incomplete[language] ?? [])
        .filter(({ field }) => field === 'id')
        .map(({ collection, id }) => `${collection} ${id}`),
    ),
  )
  const styles = stylesOf(stored, languages)
  const now = mentionedIn(after, ({ record }, { locale }) => asStored(record, stored, locale))
  const old = mentionedIn(before, (value, { locale }) =>
    asMentioned(value, [...printedRecords(begun[locale]), ...(now[locale] ?? [])]),
  )
  const byLanguage = (documents: readonly PolicyDocument[]) =>
    Object.fromEntries(languages.map((language, i) => [language, documents[i] as PolicyDocument]))
  return {
    base,
    languages,
    newLanguages: Object.keys(working).filter((language) => !edition[language]),
    goneLanguages: Object.keys(edition).filter((language) => !begun[language]),
    edition: extractKnowing({ styles, mentioned: old }, ...before),
    working: without(absent, extractKnowing({ styles, mentioned: now }, ...after)),
    stored,
    printed: { edition: byLanguage(before), working: byLanguage(after) },
  }
}

/** A record that is not there is printed as nothing; it must not become one that says nothing. */
function without(absent: ReadonlySet<string>, records: PolicyRecords): PolicyRecords {
  if (absent.size === 0) return records
  const kept = relationKinds.map((kind) => [
    kind,
    (records[kind] as readonly { readonly id: string }[]).filter(
      ({ id }) => !absent.has(`${kind} ${id}`),
    ),
  ])
  return { ...records, ...Object.fromEntries(kept) }
}

/** The working copy knows how its sections are counted; numbers alone do not always tell. */
function stylesOf(
  stored: PolicyRecords,
  languages: readonly string[],
): PolicyRecords['policy']['numbering'] {
  const deepest = 8
  return Array.from({ length: deepest }, (_, i) => ({
    style: Object.fromEntries(
      languages.map((language) => [language, numberingStyle(stored, language, i + 1)]),
    ),
  }))
}

type RecordValue = Exclude<Value, { readonly of: 'organisation' }>

const printedRecords = (document: PolicyDocument | undefined): readonly Mentioned[] =>
  document ? [...nodesOf(document, 'contact'), ...nodesOf(document, 'jointUsePartner')] : []

/** The records of which a text prints nothing but values, each with all its values. */
function mentionedIn(
  documents: readonly PolicyDocument[],
  nodeOf: (value: RecordValue, document: PolicyDocument) => Mentioned | null,
): NonNullable<Known['mentioned']> {
  return Object.fromEntries(
    documents.map((document) => {
      const printed = new Set(printedRecords(document).map(({ id }) => id))
      const found = new Map<string, Mentioned>()
      for (const value of nodesOf(document, 'value')) {
        if (value.of === 'organisation' || printed.has(value.record)) continue
        const node = found.get(value.record) ?? nodeOf(value, document)
        if (node) found.set(value.record, { ...node, [value.field]: value.text })
      }
      return [document.locale, [...found.values()]]
    }),
  )
}

function asStored(id: string, stored: PolicyRecords, locale: string): Mentioned | null {
  const print = new Printer(stored, locale, locale, []).inside(null, new Map())
  if (stored.contacts.some((contact) => contact.id === id)) return print.contact(id)
  if (stored.jointUsePartners.some((partner) => partner.id === id)) return print.jointUsePartner(id)
  return null
}

/** What the edition does not print of a record is what the working copy says of it, if that knows it at all. */
function asMentioned({ of, record: id }: RecordValue, known: readonly Mentioned[]): Mentioned {
  const node = known.find((one) => one.type === of && one.id === id)
  if (node) return node
  return of === 'contact'
    ? { type: 'contact', id, roles: [], lines: [] }
    : { type: 'jointUsePartner', id, name: '' }
}
