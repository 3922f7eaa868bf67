import fc from 'fast-check'
import {
  type Block,
  contactFields,
  contactRoles,
  dateKinds,
  exceptionBases,
  exceptionScopes,
  jointUseStatements,
  type List,
  type ListItem,
  measureCategories,
  organisationFields,
  type Phrasing,
  type PolicyDocument,
  procedureRoles,
  type Section,
  sectionKinds,
  type Text,
} from '../../src/core/document.ts'

/** What means something to HTML, Markdown or a browser, and in a policy is only text. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</article></section><h1>',
  '<!-- ',
  ']]>',
  '&lt;b&gt; &amp; &#x3c;',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://example.jp/a_b?c=1&d=*e*',
  'http://example.jp/|\\',
  'www.a_b.example',
  'a_b@example.jp?cc=c@example.jp',
  '](javascript:alert(1))',
  '[a]: https://example.jp "b"',
  '[^1]: ',
  '![](x)',
  '**a** _b_ ~~c~~ `d` ``',
  '# ',
  '1. ',
  '10) ',
  '- ',
  '+ ',
  '* * *',
  '---',
  '===',
  '> ',
  '```',
  '~~~',
  '| a | b |',
  '|---|---|',
  ':-:',
  '    code',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '  \n',
  '\\',
  '\\\n',
  '<br>',
  '（１）',
  '「要配慮」',
  '　',
  '以上',
  'お問い合わせ',
  '㈱𠮷野家🏣',
  '\u200b\u202e\ufeff',
]
const string = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 3,
  })
  // U+0000 is in no HTML, no Markdown and no PostgreSQL text.
  .map((parts) => parts.join('').replaceAll('\0', ''))

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), arbitrary)
const given = <K extends string, T>(key: K, value: T | null | undefined) =>
  (value === null || value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T }

const text: fc.Arbitrary<Text> = string.map((value) => ({ type: 'text', value }))
const place = fc
  .record({ marker: maybe(string), joined: fc.boolean() })
  .map(({ marker, joined }) => ({
    ...given('marker', marker),
    ...given('joined', joined ? (true as const) : null),
  }))
const defining = fc.record({ before: string, term: string }).map(({ before, term }) => ({
  text: `${before}「${term}」`,
  defines: [{ type: 'definedTerm' as const, term, meaning: before }],
}))
const placed = <T extends object>(node: fc.Arbitrary<T>) =>
  fc.tuple(node, place).map(([its, where]) => ({ ...its, ...where }))

const purpose = placed(
  fc.record({ id: string, group: string, its: defining }).map(({ its, ...rest }) => ({
    type: 'purpose' as const,
    ...rest,
    ...its,
  })),
)
const exceptionClause = placed(
  fc.record({
    type: fc.constant('exceptionClause' as const),
    id: string,
    text: string,
    basis: fc.constantFrom(...exceptionBases),
    appliesTo: fc.constantFrom(...exceptionScopes),
  }),
)
const safetyMeasure = placed(
  fc.record({
    type: fc.constant('safetyMeasure' as const),
    id: string,
    text: string,
    category: fc.constantFrom(...measureCategories),
  }),
)
const jointUsePiece = placed(
  fc.oneof(
    fc.record({
      type: fc.constant('jointUsePartner' as const),
      id: string,
      name: string,
      url: string,
    }),
    fc.record({
      type: fc.constantFrom('jointUsePurpose' as const, 'jointUseDataItem'),
      text: string,
    }),
    fc.record({
      type: fc.constant('jointUseStatement' as const),
      about: fc.constantFrom(...jointUseStatements),
      text: string,
    }),
  ),
)
const procedureItem = placed(
  fc.record({
    type: fc.constant('procedureItem' as const),
    role: fc.constantFrom(...procedureRoles),
    text: string,
  }),
)
const externalService = placed(
  fc.record({ type: fc.constant('externalService' as const), service: string, text: string }),
)
const contact = fc.record({
  type: fc.constant('contact' as const),
  id: string,
  roles: fc.subarray([...contactRoles]),
  lines: fc.array(
    fc
      .record({
        label: string,
        field: maybe(fc.constantFrom(...contactFields)),
        text: string,
        joined: fc.boolean(),
      })
      .map(({ joined, ...line }) => ({
        ...line,
        ...given('joined', joined ? (true as const) : null),
      })),
    { maxLength: 4 },
  ),
})

const leaf: fc.Arbitrary<Phrasing> = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.record({ type: fc.constant('strong' as const), children: fc.array(text, { maxLength: 2 }) }),
  fc.constant({ type: 'break' as const }),
  fc.record({
    type: fc.constant('sectionReference' as const),
    target: maybe(string),
    text: string,
    follow: fc.boolean(),
  }),
  fc.record({ type: fc.constant('termReference' as const), term: string, text: string }),
  fc.record({
    type: fc.constant('lawReference' as const),
    law: string,
    article: string,
    text: string,
  }),
  fc.record({ type: fc.constant('definedTerm' as const), term: string, meaning: string }),
  fc.record({
    type: fc.constant('date' as const),
    kinds: fc.subarray([...dateKinds]),
    date: string,
    text: string,
  }),
  fc.record({
    type: fc.constant('value' as const),
    of: fc.constant('organisation' as const),
    record: string,
    field: fc.constantFrom(...organisationFields),
    text: string,
  }),
  fc.record({
    type: fc.constant('value' as const),
    of: fc.constant('contact' as const),
    record: string,
    field: fc.constantFrom(...contactFields),
    text: string,
  }),
  fc.record({
    type: fc.constant('fee' as const),
    amountYen: fc.nat(),
    taxIncluded: fc.constantFrom(true, false, null),
    appliesTo: fc.constant([]),
    text: string,
  }),
  purpose,
  exceptionClause,
  jointUsePiece,
  safetyMeasure,
  procedureItem,
  externalService,
  contact,
)
const phrasing: fc.Arbitrary<Phrasing> = fc.oneof(
  { weight: 5, arbitrary: leaf },
  fc.record({
    type: fc.constant('link' as const),
    url: string,
    children: fc.array(leaf, { maxLength: 3 }),
  }),
)
const line = fc.array(phrasing, { maxLength: 4 })
const paragraph = fc.record({ type: fc.constant('paragraph' as const), children: line })

const list = (depth: number): fc.Arbitrary<List> =>
  fc.record({
    type: fc.constant('list' as const),
    children: fc.array(listItem(depth), { maxLength: 3 }),
  })
const listItem = (depth: number): fc.Arbitrary<ListItem> =>
  fc
    .record({
      marker: string,
      id: maybe(string),
      body: paragraph,
      nested: depth > 0 ? maybe(list(depth - 1)) : fc.constant(null),
    })
    .map(({ marker, id, body, nested }) => ({
      type: 'listItem',
      marker,
      ...given('id', id),
      children: nested ? [body, nested] : [body],
    }))

const listOf = <T extends string, C>(type: T, child: fc.Arbitrary<C>) =>
  fc.record({ type: fc.constant(type), children: fc.array(child, { maxLength: 3 }) })
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 3, arbitrary: list(2) },
  listOf(
    'table',
    listOf(
      'tableRow',
      fc.record({ type: fc.constant('tableCell' as const), header: fc.boolean(), children: line }),
    ),
  ),
  listOf('purposeList', purpose),
  listOf('exceptionClauseList', exceptionClause),
  listOf('safetyMeasureList', safetyMeasure),
  listOf('jointUse', jointUsePiece),
  listOf('procedure', procedureItem),
  listOf('externalServiceList', externalService),
  contact,
  fc.record({ type: fc.constant('endMark' as const), text: string }),
  listOf('signature', paragraph),
)

const section = (level: number): fc.Arbitrary<Section> =>
  fc
    .record({
      id: string,
      kind: fc.constantFrom(...sectionKinds),
      bullet: maybe(string),
      number: string,
      heading: string,
      above: fc.boolean(),
      body: fc.array(block, { maxLength: 3 }),
      inner: level < 3 ? fc.array(section(level + 1), { maxLength: 2 }) : fc.constant([]),
    })
    .map(({ above, bullet, body, inner, ...rest }) => ({
      type: 'section',
      level,
      ...rest,
      ...given('bullet', bullet),
      ...given('headingAbove', above ? (true as const) : null),
      children: [...body, ...inner],
    }))

/** Documents of any shape, with text that attacks in every field. */
export const arbitraryDocument: fc.Arbitrary<PolicyDocument> = fc
  .record({
    locale: fc.constantFrom('ja', 'en'),
    title: fc.record({ text: string, printed: fc.boolean() }),
    name: string,
    children: fc.array(fc.oneof(block, section(1)), { maxLength: 4 }),
  })
  .map(({ name, ...rest }) => ({
    type: 'document',
    schema: 1,
    ...rest,
    organisation: { id: name, legalName: name, selfTerm: name, representatives: [], url: name },
    dates: [],
  }))
