import { Command } from 'commander'
import { kindNamed, nameOfKind, told } from '../../core/exchange/names.ts'
import { neededInBase, type RecordKind, recordKinds } from '../../core/exchange/record-shape.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { language, say } from '../language.ts'
import { type Doc, type RecordSource, withRecords } from '../there/record-source.ts'
import { type ServerOption, serverOption } from '../there/server.ts'

type Options = ServerOption & {
  readonly json?: boolean
  readonly organisation?: string
  readonly trash?: boolean
}

export function listCommand(): Command {
  return new Command('list')
    .description(
      say({
        ja: '事業者・ポリシー・記録の一覧を表示します。',
        en: 'Lists organisations, policies or records.',
      }),
    )
    .argument('[collection]', recordKinds.map(nameOfKind).join(' | '), 'organisations')
    .option('--json', say({ ja: 'JSON で表示する', en: 'print JSON' }))
    .option('--organisation <slug>', say({ ja: 'この事業者のものだけ', en: 'of this one only' }))
    .option('--trash', say({ ja: 'ごみ箱にあるものも', en: 'those in the trash too' }))
    .addOption(serverOption())
    .action(async (name: string, options: Options) => {
      const kind = kindNamed(name)
      if (!kind) throw noCollection(name)
      const listed = await withRecords(options, (source) => listIn(source, kind, options))
      if (options.json) console.log(JSON.stringify(listed, null, 2))
      else if (listed.length) for (const one of listed) console.log(lineOf(one))
      else console.error(say({ ja: 'ありません。', en: 'There are none.' }))
    })
}

type Listed = {
  /** What `get` finds it by. */
  readonly name: string
  readonly id: string
  readonly title: unknown
  readonly updatedAt: unknown
  readonly deletedAt?: unknown
}

async function listIn(
  source: RecordSource,
  kind: RecordKind,
  { organisation, trash = false }: Options,
): Promise<readonly Listed[]> {
  const organisations = await source.find('organisations', {}, { trash: true })
  const own = organisations.find(({ slug }) => slug === organisation)
  if (organisation !== undefined && !own) throw organisationMissing(organisation)
  const field = kind === 'organisations' ? 'id' : 'organisation'
  const docs = await source.find(kind, own ? { [field]: own.id } : {}, { trash })
  const slugOf = new Map(organisations.map(({ id, slug }) => [id, String(slug)]))
  const policies =
    kind === 'policySections' ? await source.find('policies', {}, { trash: true }) : []
  const policyOf = new Map(policies.map(({ id, slug }) => [id, String(slug)]))
  return docs
    .map((doc) => ({
      name: nameIn(doc, kind, slugOf, policyOf),
      id: doc.id,
      title: titleOf(told(doc, kind), kind),
      updatedAt: doc.updatedAt,
      ...(doc.deletedAt ? { deletedAt: doc.deletedAt } : {}),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function nameIn(
  { id, slug, organisation, policy }: Doc,
  kind: RecordKind,
  slugOf: ReadonlyMap<unknown, string>,
  policyOf: ReadonlyMap<unknown, string>,
): string {
  if (kind === 'organisations') return String(slug)
  const owner = organisation ? (slugOf.get(organisation) ?? String(organisation)) : 'library'
  if (kind === 'policies') return `${owner}/${slug}`
  if (kind === 'policySections') return `${owner}/${policyOf.get(policy) ?? policy}/sections/${id}`
  return `${owner}/${nameOfKind(kind)}/${id}`
}

/** What it is known by, in all languages. */
const titleOf = (record: { readonly [field: string]: unknown }, kind: RecordKind): unknown =>
  record[neededInBase[kind] ?? (kind === 'contacts' ? 'name' : 'heading')] ?? null

function lineOf({ name, title, deletedAt }: Listed): string {
  const texts = (title ?? {}) as { readonly [language: string]: string }
  const text = texts[language] ?? Object.values(texts)[0] ?? ''
  const trash = deletedAt ? say({ ja: '（ごみ箱）', en: ' (trash)' }) : ''
  return `${name}\t${text.replace(/\s+/gu, ' ')}${trash}`
}

export const organisationMissing = (slug: string) =>
  new OperationRefused('organisation-missing', {
    ja: `事業者「${slug}」がありません。privacy-policy list で確かめてください。`,
    en: `There is no organisation \`${slug}\`. See \`privacy-policy list\`.`,
  })

const noCollection = (name: string) =>
  new OperationRefused('bad-request', {
    ja: `「${name}」という一覧はありません。次のいずれかを指定してください: ${recordKinds.map(nameOfKind).join('、')}`,
    en: `There is no list of \`${name}\`. Give one of ${recordKinds.map(nameOfKind).join(', ')}.`,
  })
