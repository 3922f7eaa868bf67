import type { Block, List, ListItem, Phrasing } from '../document.ts'
import { fold, key } from '../fold.ts'
import type { Context } from './context.ts'
import { basisOf } from './exception-bases.ts'
import { exceptionScopeOf, isCase, scopeOfCases } from './exceptions.ts'
import type { Item } from './items.ts'
import { jointUseFact, jointUseTopicOf, topicAt } from './joint-use.ts'
import { marked, marksFrom } from './marks.ts'
import { categoryOf } from './measure-categories.ts'
import { isMeasure } from './measures.ts'
import { phrasing, type Span } from './phrases.ts'
import { feeSpans, procedureItem, procedureRoleOf } from './procedures.ts'
import { endsLikePurpose, fusedPurposes, isPurpose, listsPurposes, purpose } from './purposes.ts'
import { recordList, type Typed } from './record-lists.ts'
import { referenceNode } from './references.ts'
import { isNominal, isSentence } from './shape.ts'
import { plainSpans, spansIn } from './spans.ts'

export type ListContext = Context & {
  /** The bodies of all rows, by which items fused onto one line are known. */
  readonly stated: ReadonlySet<string>
}

/**
 * A list of records where every item is one record of one kind; an ordinary list, with records standing in its
 * items, where anything is more complicated.
 */
export function listBlock(items: readonly Item[], around: ListContext): Block {
  const context = withScope(items, around)
  const typed = items.map((item) => typedItem(item, context))
  const plain = items.every(({ more, items: inner }) => more.length === 0 && inner.length === 0)
  if (plain) {
    const block = recordList(items, typed)
    if (block) return block
  }
  return ordinaryList(items, context)
}

/** The list read by what most of its items say, where that is plainer than what leads to it. */
function withScope(items: readonly Item[], context: ListContext): ListContext {
  const scope = scopeOfCases(
    items.map(({ row }) => row.body),
    context,
  )
  if (scope) return { ...context, scope }
  const purposes = items.filter(({ row }) => endsLikePurpose(row.body)).length
  return context.kind === 'purposes' && purposes > 1 && purposes >= items.length * 0.6
    ? { ...context, statesPurposes: true }
    : context
}

/** The records that an item is, whole and nothing else; null if it is text. */
function typedItem(item: Item, context: ListContext): readonly Typed[] | null {
  const { body, place } = item.row
  if (body === '' || !item.more.every(({ text }) => isRemark(text))) return null
  const nested = item.items.length > 0
  if (listsPurposes(context)) {
    if (nested || !isPurpose(body)) return null
    const printed = body.length <= 400 ? fusedPurposes(body, context.stated) : [{ text: body }]
    return printed.map(({ text, ...marker }) => ({ ...purpose(text, context, place), ...marker }))
  }
  if (context.kind === 'jointUse') {
    const topic = topicAt(context)
    const fact = topic && !nested ? jointUseFact(body, topic, context, place) : null
    return fact ? [fact] : null
  }
  if (context.kind === 'safetyMeasures') {
    if (nested || !isMeasure(body) || labelled(body)) return null
    const { category, confidence } = categoryOf(body, context)
    return [context.records.safetyMeasure(body, category, confidence, place)]
  }
  const scope = exceptionScopeOf(context)
  if (scope && isCase(body)) {
    const { basis, confidence } = basisOf(body, scope)
    return [context.records.exceptionClause(body, { basis, appliesTo: scope }, confidence, place)]
  }
  const plain = !nested && !isSentence(body) && feeSpans(body, context).length === 0
  const role = plain ? procedureRoleOf(context) : null
  return role ? [procedureItem(body, role)] : null
}

/** （配送会社への連絡を含みます。）, ※…: on a line below an item, it says something of it and leaves it what it is. */
const isRemark = (text: string) => /^(?:[(（][^()（）]*[)）][。.]?|※.*)$/u.test(text)

/* Ordinary lists. */

function ordinaryList(items: readonly Item[], context: ListContext): List {
  const children = items.map((item, i): ListItem => {
    const next = items[i + 1]
    const cited = next !== undefined && citesPrevious.test(next.row.body)
    const before = items[i - 1]
    const previousId =
      before && citesPrevious.test(item.row.body) ? context.records.item(before.row.place) : null
    const line = {
      type: 'paragraph' as const,
      children: [
        ...marked(
          itemPhrasing(item, context, previousId),
          marksFrom(item.row.marks, item.row.marker.length),
        ),
        ...moreLines(item, context),
      ],
    }
    const id = cited ? { id: context.records.item(item.row.place) } : {}
    const base = { type: 'listItem' as const, marker: item.row.marker, ...id }
    if (item.items.length === 0) return { ...base, children: [line] }
    const inner = listBlockWithin(item, context)
    return { ...base, children: [line, inner] }
  })
  return { type: 'list', children }
}

const citesPrevious = /(?<![\p{Script=Han}])前[項号]/u

/** Inside a sentence what marks a record is text before it. */
function inSentence({ marker, ...node }: Typed): Phrasing[] {
  return marker === undefined ? [node] : [{ type: 'text', value: marker }, node]
}

function itemPhrasing(item: Item, context: ListContext, previousId: string | null): Phrasing[] {
  const { body, place } = item.row
  if (body === '') return []
  const typed = typedItem(item, context)
  if (typed) return typed.flatMap(inSentence)
  const label = labelled(body)
  if (label) {
    const value = body.slice(label.length)
    const inner = typedItem(
      { row: { ...item.row, body: value, key: key(value) }, more: [], items: item.items },
      context.kind === 'jointUse' ? { ...context, lead: label } : withLead(context, label),
    )
    if (inner && context.kind !== 'purposes')
      return [...phrasing(label, plainSpans(label, context)), ...inner.flatMap(inSentence)]
  }
  const defined =
    context.kind === 'definitions' && item.items.length === 0
      ? /^([^\s　。、()（）「」]{2,20})[\s　:：]+(.{6,}(?:をいう|をいいます)。?)$/u.exec(body)
      : null
  if (defined?.[1] && defined[2])
    return phrasing(body, [
      {
        start: 0,
        end: defined[1].length,
        node: { type: 'definedTerm', term: defined[1], meaning: defined[2] },
        weight: 99,
      },
      ...itemSpans(item, context, place),
    ])
  const term = /^([「『])([^「」『』]+)[」』]$/u.exec(body)
  const meaning = item.more[0]?.text
  const spans: Span[] =
    term?.[2] && meaning
      ? [
          {
            start: 1,
            end: 1 + term[2].length,
            node: { type: 'definedTerm', term: term[2], meaning },
            weight: 99,
          },
        ]
      : itemSpans(item, context, place)
  const previous = previousId ? citesPrevious.exec(body) : null
  if (previous)
    spans.push({
      start: previous.index,
      end: previous.index + 2,
      node: referenceNode(body.slice(previous.index, previous.index + 2), {
        id: previousId ?? '',
        number: '',
        heading: '',
      }),
      weight: 45,
    })
  return phrasing(body, spans)
}

/** Items of lists that are not of records hold the same as running text, but are no measures by themselves. */
function itemSpans(item: Item, context: ListContext, place: number): Span[] {
  if (context.kind === 'safetyMeasures' && item.items.length > 0)
    return plainSpans(item.row.body, context)
  return spansIn(item.row.body, context, place)
}

function moreLines(item: Item, context: ListContext): Phrasing[] {
  const inner = withLead(context, item.row.body)
  return item.more.flatMap((row): Phrasing[] => [
    { type: 'break' },
    ...marked(phrasing(row.text, lineSpans(row.text, inner, row.place)), row.marks),
  ])
}

/** A URL below 退会 or 問い合わせ is a way to that desk. */
function lineSpans(text: string, context: ListContext, place: number): Span[] {
  const spans = spansIn(text, context, place)
  if (
    !/^https?:\/\/\S+$/u.test(fold(text)) ||
    !/退会|解約|問い?合わ?せ|窓口|申し?込/u.test(context.lead + context.headings.join(''))
  )
    return spans
  const roles = /退会|解約/u.test(context.lead) ? (['withdrawal'] as const) : (['inquiry'] as const)
  const node = context.records.contact(
    { roles, url: text, lines: [{ label: '', field: 'url', text }] },
    0.7,
    place,
  )
  return [{ start: 0, end: text.length, node, weight: 95 }, ...spans]
}

function listBlockWithin(item: Item, context: ListContext): List {
  const { body } = item.row
  const heads = isNominal(body)
  const group = context.kind === 'purposes' && heads ? body : context.group
  const lead = heads ? '' : body
  const headings = heads ? [...context.headings, key(body)] : context.headings
  const inner =
    context.kind === 'jointUse' && jointUseTopicOf(body)
      ? { ...context, lead: body }
      : { ...context, lead: lead || context.lead, headings, group }
  return ordinaryList(item.items, withScope(item.items, inner))
}

const withLead = (context: ListContext, lead: string): ListContext => ({
  ...context,
  lead: `${context.lead}${lead}`.slice(-300),
  headings: context.kind === 'safetyMeasures' ? [...context.headings, key(lead)] : context.headings,
})

/** 共同利用する項目：氏名、住所 — the label with its colon; null where there is none. */
function labelled(body: string): string | null {
  return (
    /^(?:[^:：。、「」(（]|[(（][^()（）]*[)）]){2,30}[:：][\s　]*(?=\S)/u.exec(body)?.[0] ?? null
  )
}
