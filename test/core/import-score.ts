import { type Contact, nodesOf, type PolicyDocument, visit } from '../../src/core/document.ts'

/** What a reader found in a policy, written down by hand beside its text. */
export type Labels = {
  readonly title: string
  readonly organisation: { readonly legalName: string | null; readonly selfTerm: string | null }
  readonly dates: readonly { readonly kind: string; readonly date: string }[]
  readonly sections: readonly {
    readonly number: string
    readonly heading: string
    readonly kind: string
  }[]
  readonly purposes: readonly { readonly text: string }[]
  readonly exceptions: readonly { readonly text: string; readonly basis: string }[]
  readonly jointUse: { readonly partners: readonly { readonly name: string }[] } | null
  readonly safetyMeasures: readonly { readonly text: string; readonly category: string }[]
  readonly contacts: readonly { readonly [F in ContactValue]?: string | null }[]
  readonly definedTerms: readonly { readonly term: string }[]
}
const contactValues = ['postalCode', 'address', 'tel', 'email', 'url'] as const
type ContactValue = (typeof contactValues)[number]

export const rows = [
  'title',
  'organisation',
  'selfTerm',
  'sections',
  'numbers',
  'kinds',
  'purposes',
  'exceptions',
  'basis',
  'partners',
  'measures',
  'category',
  'contacts',
  'dates',
  'terms',
] as const
export type ScoreRow = (typeof rows)[number]

/** How many of what the labels hold was found, how many were expected, how many found; and which differ. */
export type Score = {
  readonly hit: number
  readonly expected: number
  readonly got: number
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}
export type Scores = { readonly [R in ScoreRow]: Score }

/** A document held against its labels. White space, widths and the full stop at the end make no difference. */
export function scoreOf(document: PolicyDocument, labels: Labels): Scores {
  const sections = matched(
    labels.sections,
    nodesOf(document, 'section').filter(({ heading }) => heading.trim() !== ''),
    ({ heading }) => withoutBrackets(heading),
  )
  const exceptions = matched(labels.exceptions, nodesOf(document, 'exceptionClause'), textKey)
  const measures = matched(labels.safetyMeasures, nodesOf(document, 'safetyMeasure'), textKey)
  const { organisation } = labels
  return {
    title: same(labels.title, document.title.text),
    organisation: same(organisation.legalName, document.organisation.legalName),
    selfTerm: same(organisation.selfTerm, document.organisation.selfTerm),
    sections: sections.score,
    numbers: agreeing(sections.pairs, ({ number }) => key(number).replace(/[.．]$/u, '')),
    kinds: agreeing(sections.pairs, ({ kind }) => kind),
    purposes: matched(labels.purposes, nodesOf(document, 'purpose'), textKey).score,
    exceptions: exceptions.score,
    basis: agreeing(exceptions.pairs, ({ basis }) => basis),
    partners: matched(
      labels.jointUse?.partners ?? [],
      nodesOf(document, 'jointUsePartner'),
      ({ name }) => key(name),
    ).score,
    measures: measures.score,
    category: agreeing(measures.pairs, ({ category }) => category),
    contacts: sameSet(
      valuesOf(labels.contacts),
      valuesOf(nodesOf(document, 'contact') as readonly Contact[]),
    ),
    dates: sameBag(datesOf(labels.dates), datesOf(document.dates)),
    terms: sameSet(
      labels.definedTerms.map(({ term }) => term),
      termsOf(document),
    ),
  }
}

/** The scores of several policies as one. */
export function total(all: readonly Scores[]): Scores {
  const sum = (row: ScoreRow): Score => ({
    hit: all.reduce((n, scores) => n + scores[row].hit, 0),
    expected: all.reduce((n, scores) => n + scores[row].expected, 0),
    got: all.reduce((n, scores) => n + scores[row].got, 0),
    missed: all.flatMap((scores) => scores[row].missed),
    extra: all.flatMap((scores) => scores[row].extra),
  })
  return Object.fromEntries(rows.map((row) => [row, sum(row)])) as { [R in ScoreRow]: Score }
}

/** F1 in per cent: 100 where all and only the labels were found. */
export function percent({ hit, expected, got }: Score): number {
  return expected + got === 0 ? 100 : (200 * hit) / (expected + got)
}

const key = (text: string) =>
  text
    .replace(/\s+/gu, '')
    .normalize('NFKC')
    .replace(/[。.、,;:]+$/u, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
const withoutBrackets = (text: string) => key(text).replace(/^[【[(「]|[】\])」]$/gu, '')
const textKey = ({ text }: { readonly text: string }) => key(text)

/** Each label with the find of the same key, every find used once. */
function matched<L, G>(labels: readonly L[], found: readonly G[], keyOf: (one: L | G) => string) {
  const left = [...found]
  const pairs: { label: L; found: G }[] = []
  const missed: string[] = []
  for (const label of labels) {
    const at = left.findIndex((one) => keyOf(one) === keyOf(label))
    const [one] = at < 0 ? [] : left.splice(at, 1)
    if (one === undefined) missed.push(keyOf(label))
    else pairs.push({ label, found: one })
  }
  const extra = left.map(keyOf)
  const score = { hit: pairs.length, expected: labels.length, got: found.length, missed, extra }
  return { pairs, score }
}

/** Of what was found, how much agrees with its label in one more regard. */
function agreeing<L extends { readonly [name: string]: unknown }, G extends object>(
  pairs: readonly { readonly label: L; readonly found: G }[],
  facetOf: (one: L) => unknown,
): Score {
  const differing = pairs.filter(
    ({ label, found }) => facetOf(label) !== facetOf(found as unknown as L),
  )
  const said = ({ label, found }: { readonly label: L; readonly found: G }) =>
    `${label.heading ?? label.text}: ${facetOf(label)}, found ${facetOf(found as unknown as L)}`
  return {
    hit: pairs.length - differing.length,
    expected: pairs.length,
    got: pairs.length,
    missed: differing.map(said),
    extra: [],
  }
}

function sameBag(labels: readonly string[], found: readonly string[]): Score {
  return matched(labels, found, key).score
}
function sameSet(labels: readonly string[], found: readonly string[]): Score {
  return sameBag([...new Set(labels.map(key))], [...new Set(found.map(key))])
}
/** One value that either is right or not; no label, no expectation. */
function same(label: string | null, found: string): Score {
  return label ? sameBag([label], [found]) : sameBag([], [])
}

const valuesOf = (contacts: readonly { readonly [F in ContactValue]?: string | null }[]) =>
  contacts.flatMap((contact) =>
    contactValues.flatMap((field) => {
      const value = contact[field]
      return value ? [`${field}:${value.replace(/〒/gu, '')}`] : []
    }),
  )
/** The terms that the text defines, and those that headings and records define in their own words. */
function termsOf(document: PolicyDocument): string[] {
  const terms: string[] = []
  visit(document, (node) => {
    if (node.type === 'definedTerm') terms.push(node.term)
    if ('defines' in node) for (const { term } of node.defines ?? []) terms.push(term)
  })
  return terms
}
const datesOf = (dates: readonly { readonly kind: string; readonly date: string }[]) =>
  dates.filter(({ kind }) => kind !== 'asOf').map(({ kind, date }) => `${kind} ${date}`)
