import type { Where } from 'payload'
import { type RelationKind, relationKinds } from '../../core/lexical/relations.ts'
import type { Doc } from '../database/local-api.ts'
import { findAll, type Reading } from '../policy/load-policy.ts'
import { baseLanguage, type Settings, settingsOf } from '../settings.ts'
import { checkPolicy } from './check-policy.ts'
import type { PolicyFinding } from './policy-finding.ts'

/** A record that policies print, by the collection that it is of. */
export type RecordAt = {
  readonly collection: RelationKind | 'organisations' | 'policies' | 'policySections'
  readonly id: string
}

/** What the checks of the policies that print a record say of it. */
export type RecordCheck = {
  readonly policies: readonly {
    readonly policy: string
    readonly title: string
    readonly findings: readonly PolicyFinding[]
  }[]
  /** How many further policies print it, which were not checked. */
  readonly more: number
}

/** Each is composed and checked as a whole: what is said of a shared text is mostly told by the first of them. */
const most = 5

/** The policies that print a record and that the reader may read: the one asked for first, then the last changed. */
export async function policiesPrinting(
  { collection, id }: RecordAt,
  reading: Reading,
  asked: string | null = null,
): Promise<readonly Doc[]> {
  const { slugs } = settingsOf(reading.req.payload)
  const docs = await findAll(slugs.policies, await where(), reading)
  return docs.toSorted(
    (a, b) =>
      Number(b.id === asked) - Number(a.id === asked) ||
      String(b.updatedAt).localeCompare(String(a.updatedAt)) ||
      a.id.localeCompare(b.id),
  )

  async function where(): Promise<Where> {
    if (collection === 'policies') return { id: { equals: id } }
    if (collection === 'organisations') return { organisation: { equals: id } }
    const kind = relationKinds.find((one) => one === collection)
    const sections = await findAll(
      slugs.policySections,
      kind ? { [kind]: { in: [id] } } : { id: { equals: id } },
      reading,
    )
    const within = { id: { in: sections.map(({ policy }) => policy) } }
    return kind ? { or: [within, { [kind]: { in: [id] } }] } : within
  }
}

/** What the checks of policies, of the first few of them, say of a record. */
export async function checkRecord(
  { collection, id }: RecordAt,
  policies: readonly Doc[],
  reading: Reading,
): Promise<RecordCheck> {
  const settings = settingsOf(reading.req.payload)
  const slug = settings.slugs[collection]
  const checked: RecordCheck['policies'][number][] = []
  for (const policy of policies.slice(0, most)) {
    const { findings } = await checkPolicy({ policy: policy.id }, reading)
    checked.push({
      policy: policy.id,
      title: titleOf(policy, settings),
      findings: findings.filter(({ opens }) => opens.collection === slug && opens.id === id),
    })
  }
  return { policies: checked, more: Math.max(0, policies.length - most) }
}

function titleOf({ title, slug }: Doc, settings: Settings): string {
  const code = settings.locales[baseLanguage(settings)]
  const said = code ? (title as Record<string, unknown> | null)?.[code] : title
  return typeof said === 'string' && said !== '' ? said : String(slug)
}
