import { Command } from 'commander'
import { kindNamed, told } from '../../core/exchange/names.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'
import { type Doc, type Equal, type RecordSource, withRecords } from '../there/record-source.ts'
import { type ServerOption, serverOption } from '../there/server.ts'
import { organisationMissing } from './list.ts'

type Options = ServerOption & { readonly json?: boolean }

export function getCommand(): Command {
  return new Command('get')
    .description(
      say({
        ja: '事業者・ポリシー・条項・記録・版を、保存されているとおりに表示します（ごみ箱にあるものも）。',
        en: 'Shows an organisation, a policy, a section, a record or an edition as it is stored, in the trash too.',
      }),
    )
    .argument(
      '<name>',
      say({
        ja: '事業者、事業者/ポリシー、事業者/ポリシー/sections[/ID]、事業者/ポリシー/editions[/番号]、事業者/purposes[/ID]、library/exception-clauses[/ID] など',
        en: 'ORGANISATION, ORGANISATION/POLICY, …/POLICY/sections[/ID], …/POLICY/editions[/NUMBER], ORGANISATION/purposes[/ID], library/exception-clauses[/ID] …',
      }),
    )
    .option('--json', say({ ja: 'JSON で表示する', en: 'print JSON' }))
    .addOption(serverOption())
    .action(async (name: string, options: Options) => {
      const found = await withRecords(options, (source) => getIn(source, name))
      if (options.json) console.log(JSON.stringify(found, null, 2))
      else for (const line of linesOf(found)) console.log(line)
    })
}

type Told = { readonly [field: string]: unknown }

async function getIn(source: RecordSource, name: string): Promise<Told | readonly Told[]> {
  const [first = '', ...rest] = name.split('/')
  if (first === 'library') return recordsOf(source, { organisation: null }, rest, name)
  const [organisation] = await source.find('organisations', { slug: first }, { trash: true })
  if (!organisation) throw organisationMissing(first)
  const [second] = rest
  if (second === undefined) return told(organisation, 'organisations')
  const own = { organisation: organisation.id }
  const kind = kindNamed(second)
  if (kind && kind !== 'organisations' && kind !== 'policySections')
    if (kind !== 'policies' || rest[1] === undefined) return recordsOf(source, own, rest, name)
  const [slug = '', part, id, ...more] = kind === 'policies' ? rest.slice(1) : rest
  const [policy] = await source.find('policies', { ...own, slug }, { trash: true })
  if (!policy || more.length) throw nothingCalled(name)
  if (part === undefined) return told(policy, 'policies')
  if (part === 'editions') return editionsOf(source, policy.id, id, name)
  if (part !== 'sections') throw nothingCalled(name)
  return recordsOf(source, { policy: policy.id }, [part, ...(id ? [id] : [])], name)
}

async function recordsOf(
  source: RecordSource,
  equal: Equal,
  [collection = '', id, ...more]: readonly string[],
  name: string,
): Promise<Told | readonly Told[]> {
  const kind = kindNamed(collection)
  if (!kind || more.length) throw nothingCalled(name)
  const docs = await source.find(
    kind,
    { ...equal, ...(id !== undefined && { id }) },
    { trash: true },
  )
  if (id === undefined) return docs.toSorted(byId).map((doc) => told(doc, kind))
  const [doc] = docs
  if (!doc) throw nothingCalled(name)
  return told(doc, kind)
}

const byId = (a: Doc, b: Doc) => (a.id < b.id ? -1 : 1)

/** Of all editions their particulars, of one the text too; never what is internal. */
async function editionsOf(
  source: RecordSource,
  policy: string,
  number: string | undefined,
  name: string,
): Promise<Told | readonly Told[]> {
  const isNumber = number === undefined || /^[1-9]\d{0,8}$/.test(number)
  if (!isNumber) throw nothingCalled(name)
  const docs = await source.find('policyEditions', {
    policy,
    ...(number !== undefined && { number: Number(number) }),
  })
  const shown = docs
    .toSorted((a, b) => Number(a.number) - Number(b.number))
    .map(({ internal: _, idempotencyKey: __, ...edition }) => edition)
  if (number === undefined) return shown.map(({ documents: _, ...head }) => head)
  const [edition] = shown
  if (!edition) throw nothingCalled(name)
  return edition
}

/** A line a value, by its path; of a body its words. */
function* linesOf(value: unknown, path = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) yield `${path}: ${String(value)}`
  else if ('root' in value) yield `${path}: ${wordsOf(value.root)}`
  else
    for (const [name, inner] of Object.entries(value)) {
      const place = Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name
      yield* linesOf(inner, place)
    }
}

function wordsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const { text, children, fields } = node as {
    text?: unknown
    children?: unknown
    fields?: unknown
  }
  if (typeof text === 'string') return text
  if (Array.isArray(children)) return children.map(wordsOf).join('')
  const { blockType } = (fields ?? {}) as { blockType?: unknown }
  return blockType ? `[${String(blockType)}]` : ''
}

const nothingCalled = (name: string) =>
  new OperationRefused('policy-missing', {
    ja: `「${name}」はありません。privacy-policy list policies や privacy-policy get --help で確かめてください。`,
    en: `There is no \`${name}\`. See \`privacy-policy list policies\` and \`privacy-policy get --help\`.`,
  })
