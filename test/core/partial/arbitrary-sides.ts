import fc from 'fast-check'
import { compose } from '../../../src/core/compose.ts'
import type { Block, Phrasing, PolicyDocument } from '../../../src/core/document.ts'
import { toLexical } from '../../../src/core/lexical/to-lexical.ts'
import type { Localised, PolicyRecords, SectionRecord } from '../../../src/core/records.ts'
import {
  contact,
  contactValue,
  define,
  follow,
  item,
  line,
  list,
  organisationValue,
  p,
  partner,
  purpose,
  purposes,
  rows,
  termRef,
} from '../../build.ts'

export const languages = ['ja', 'en'] as const
type Language = (typeof languages)[number]

/** Pieces of a body; all that a change of one place can ask of another. */
type Piece =
  | { readonly is: 'sentence'; readonly n: number }
  | { readonly is: 'purposes'; readonly ids: readonly string[] }
  | { readonly is: 'partner'; readonly id: string; readonly n: number }
  | { readonly is: 'desk'; readonly id: string }
  | { readonly is: 'telephone'; readonly id: string }
  | { readonly is: 'address' }
  | { readonly is: 'reference'; readonly to: string }
  | { readonly is: 'anchor'; readonly id: string }
  | { readonly is: 'defines' | 'uses'; readonly term: string }

type ModelSection = {
  readonly isThere: boolean
  readonly parent: number
  readonly rank: number
  readonly heading: number
  readonly numbered: SectionRecord['numbered']
  readonly hand: number
  readonly body: readonly Piece[]
}
type Model = {
  readonly title: number
  readonly style: string
  readonly address: number | null
  readonly preamble: readonly Piece[]
  readonly sections: readonly ModelSection[]
  readonly purposes: readonly number[]
  readonly partners: readonly number[]
  /** The telephone of each desk; null for none. */
  readonly desks: readonly (number | null)[]
}

const few = fc.integer({ min: 0, max: 2 })
const among = (stem: string, count: number) =>
  fc.integer({ min: 0, max: count - 1 }).map((i) => `${stem}${i}`)
const SECTIONS = 6

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ is: fc.constant('sentence' as const), n: few }),
  fc.record({
    is: fc.constant('purposes' as const),
    ids: fc.uniqueArray(among('p', 3), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ is: fc.constant('partner' as const), id: among('j', 2), n: few }),
  fc.record({ is: fc.constant('desk' as const), id: among('c', 2) }),
  fc.record({ is: fc.constant('telephone' as const), id: among('c', 2) }),
  fc.record({ is: fc.constant('address' as const) }),
  fc.record({ is: fc.constant('reference' as const), to: among('s', SECTIONS) }),
  fc.record({ is: fc.constant('anchor' as const), id: among('i', 2) }),
  fc.record({ is: fc.constantFrom('defines' as const, 'uses'), term: among('t', 2) }),
)
const body = fc.array(piece, { maxLength: 3 })
const section: fc.Arbitrary<ModelSection> = fc.record({
  isThere: fc.boolean(),
  parent: fc.integer({ min: -3, max: SECTIONS - 1 }),
  rank: fc.integer({ min: 0, max: 5 }),
  heading: few,
  numbered: fc.oneof(
    { weight: 8, arbitrary: fc.constant('style' as const) },
    { weight: 1, arbitrary: fc.constantFrom('none' as const, 'printed') },
  ),
  hand: fc.integer({ min: 1, max: 4 }),
  body,
})
const model: fc.Arbitrary<Model> = fc.record({
  title: few,
  style: fc.constantFrom('第1条　', '第1条　', '1. '),
  address: fc.option(few),
  preamble: body,
  sections: fc.array(section, { minLength: SECTIONS, maxLength: SECTIONS }),
  purposes: fc.array(few, { minLength: 3, maxLength: 3 }),
  partners: fc.array(few, { minLength: 2, maxLength: 2 }),
  desks: fc.array(fc.option(few), { minLength: 2, maxLength: 2 }),
})

/** One model with some of another in it: most of what an editor leaves alone. */
function mixed(one: Model, other: Model, keeps: readonly boolean[]): Model {
  let at = 0
  const pick = <T>(own: T, fresh: T): T => (keeps[at++ % keeps.length] ? own : fresh)
  return {
    title: pick(one.title, other.title),
    style: pick(one.style, other.style),
    address: pick(one.address, other.address),
    preamble: pick(one.preamble, other.preamble),
    sections: one.sections.map((own, i) => {
      const fresh = other.sections[i] as ModelSection
      return {
        isThere: pick(own.isThere, fresh.isThere),
        parent: pick(own.parent, fresh.parent),
        rank: pick(own.rank, fresh.rank),
        heading: pick(own.heading, fresh.heading),
        numbered: pick(own.numbered, fresh.numbered),
        hand: pick(own.hand, fresh.hand),
        body: pick(own.body, fresh.body),
      }
    }),
    purposes: one.purposes.map((own, i) => pick(own, other.purposes[i] as number)),
    partners: one.partners.map((own, i) => pick(own, other.partners[i] as number)),
    desks: one.desks.map((own, i) => pick(own, other.desks[i] as number | null)),
  }
}

/** Records that make a whole document: what would point at nothing is left out. */
function recordsOf(given: Model): PolicyRecords {
  const ids = given.sections.flatMap(({ isThere }, i) => (isThere ? [`s${i}`] : []))
  const parentOf = (i: number): string | null => {
    const seen = new Set([i])
    let parent = given.sections[i]?.parent ?? -1
    while (parent >= 0 && !seen.has(parent) && given.sections[parent]?.isThere) {
      seen.add(parent)
      parent = given.sections[parent]?.parent ?? -1
    }
    const own = given.sections[i]?.parent ?? -1
    // Of a circle none has a parent.
    return parent >= 0 || own < 0 || !given.sections[own]?.isThere ? null : `s${own}`
  }
  const words = (ja: string, en: string): Localised<string> => ({ ja, en })
  const organisation = {
    id: 'o1',
    legalName: '株式会社例示商会',
    selfTerm: '当社',
    representatives: [],
    ...(given.address !== null && { address: `東京都${given.address}` }),
  }
  const word = (language: Language, ja: string, en: string) => (language === 'ja' ? ja : en)
  const telephone = (id: string) => given.desks[Number(id.slice(1))]
  const desk = (id: string) => {
    const tel = telephone(id)
    const printed = tel === null || tel === undefined ? [] : [line('電話 ', 'tel', `03-${tel}`)]
    return contact(id, ['inquiry'], line('窓口'), ...printed)
  }
  const states = (pieces: readonly Piece[]) =>
    Object.fromEntries(
      languages.map((language) => {
        const blocks = pieces.flatMap((own): Block[] => {
          const say = (ja: string, en: string) => word(language, ja, en)
          const said = (...parts: (string | Phrasing)[]) => [p(...parts)]
          switch (own.is) {
            case 'sentence':
              return said(say(`文${own.n}。`, `Sentence ${own.n}.`))
            case 'purposes':
              return [purposes(...rows('・', ...own.ids.map((id) => purpose(id, 'x'))))]
            case 'partner':
              return said(say(`当社は${own.n}、`, `We ${own.n} `), partner(own.id, 'x'))
            case 'desk':
              return [desk(own.id)]
            case 'telephone':
              return telephone(own.id) === null ? [] : said(contactValue(desk(own.id), 'tel'))
            case 'address':
              return organisation.address === undefined
                ? []
                : said(organisationValue(organisation, 'address'))
            case 'reference':
              return ids.includes(own.to) ? said(follow(own.to, 'number', ''), '。') : []
            case 'anchor':
              return [list({ ...item('・', say('項目', 'item')), id: own.id })]
            case 'defines':
              return said(define(own.term, ''))
            default:
              return said(termRef(own.term))
          }
        })
        const surroundings = { isSection: (id: string) => ids.includes(id), isTrue: () => true }
        return [language, toLexical(blocks, surroundings)]
      }),
    )
  return {
    organisation: {
      ...organisation,
      slug: 'reiji',
      legalName: words('株式会社例示商会', 'Reiji Inc.'),
      selfTerm: words('当社', 'we'),
      representatives: [],
      postalCode: null,
      address: words(organisation.address ?? '', organisation.address ? 'Tokyo' : ''),
      corporateNumber: null,
      url: null,
    },
    policy: {
      id: 'policy-1',
      organisation: 'o1',
      slug: 'privacy',
      title: words(`方針${given.title}`, `Policy ${given.title}`),
      titlePrinted: true,
      service: { name: {}, selfTerm: {}, url: null },
      numbering: [{ style: words(given.style, 'Article 1 ') }],
      preamble: states(given.preamble),
      closing: {},
    },
    sections: given.sections.flatMap((own, i): SectionRecord[] =>
      own.isThere
        ? [
            {
              id: `s${i}`,
              parent: parentOf(i),
              order: `${own.rank}`,
              kind: 'other',
              numbered: own.numbered,
              number: own.numbered === 'printed' ? words(`甲${own.hand} `, `A${own.hand} `) : {},
              heading: words(`見出し${own.heading}`, `Heading ${own.heading}`),
              headingAbove: false,
              body: states(own.body),
              end: {},
            },
          ]
        : [],
    ),
    purposes: given.purposes.map((n, i) => ({
      id: `p${i}`,
      text: words(`目的${n}のため`, `for ${n}`),
    })),
    exceptionClauses: [],
    jointUsePartners: given.partners.map((n, i) => ({
      id: `j${i}`,
      name: words(`株式会社共同${n}`, `Kyodo ${n}`),
      url: null,
    })),
    safetyMeasures: [],
    contacts: given.desks.map((tel, i) => ({
      id: `c${i}`,
      roles: ['inquiry'],
      name: {},
      person: {},
      postalCode: null,
      address: {},
      tel: tel === null ? null : `03-${tel}`,
      tollFree: null,
      email: null,
      url: null,
      hours: {},
      lines: [
        { label: words('窓口', 'Desk'), field: null, joined: false },
        ...(tel === null
          ? []
          : [{ label: words('電話 ', 'Tel. '), field: 'tel' as const, joined: false }]),
      ],
    })),
  }
}

export const documentsOf = (records: PolicyRecords): { readonly [l: string]: PolicyDocument } =>
  Object.fromEntries(languages.map((language) => [language, compose(records, language)]))

/** The records of an edition and of the working copy that was made from it, by all sorts of changes. */
export const arbitraryChange: fc.Arbitrary<{
  readonly edition: PolicyRecords
  readonly working: PolicyRecords
}> = fc
  .tuple(
    model,
    model,
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
      { minLength: 20, maxLength: 70 },
    ),
  )
  .map(([one, other, keeps]) => ({
    edition: recordsOf(one),
    working: recordsOf(mixed(one, other, keeps)),
  }))
