import { v7 as uuidv7 } from 'uuid'
import type { PolicyDocument } from '../core/document.ts'
import { extract } from '../core/extract.ts'
import type { RelationKind } from '../core/lexical/relations.ts'
import { inTransaction } from './in-transaction.ts'
import type { Reading } from './load-policy.ts'
import { OperationRefused } from './refused.ts'
import { settingsOf } from './settings.ts'
import { storePolicy, write } from './store-policy.ts'

/** What is imported, and where it goes. */
export type PolicyImport = {
  /** The policy, once for each of its languages. */
  readonly documents: readonly [PolicyDocument, ...PolicyDocument[]]
  readonly organisation: string
  readonly policy: string
  /** Creates the organisation from what the document says of it, when there is none of that slug. */
  readonly createOrganisation?: boolean
}

export type Imported = {
  readonly organisation: string
  readonly organisationCreated: boolean
  readonly policy: string
  readonly sections: number
  readonly created: { readonly [K in RelationKind]: number }
}

/**
 * Stores a document as typed records: all of it or, at the first refusal, nothing.
 *
 * @throws OperationRefused when the organisation is missing or the policy is there already
 */
export async function importPolicy(
  { documents, organisation: slug, policy, createOrganisation }: PolicyImport,
  reading: Reading,
): Promise<Imported> {
  const { slugs } = settingsOf(reading.req.payload)
  const records = extract(...documents)
  return inTransaction(reading.req, async () => {
    const known = await idOfSlug(slugs.organisations, slug, undefined, reading)
    if (!known && !createOrganisation)
      throw new OperationRefused('organisation-missing', {
        ja: `事業者「${slug}」がありません。--create-organisation を付けるか、先に事業者を作成してください。`,
        en: `There is no organisation \`${slug}\`. Add --create-organisation, or create it first.`,
      })
    const organisation = known ?? uuidv7()
    if (known && (await idOfSlug(slugs.policies, policy, known, reading)))
      throw new OperationRefused('policy-exists', {
        ja: `事業者「${slug}」にはポリシー「${policy}」がすでにあります。--policy で別の名前を指定してください。`,
        en: `The organisation \`${slug}\` has a policy \`${policy}\` already. Name another with --policy.`,
      })
    if (!known) {
      const { id: _, slug: __, ...fields } = records.organisation
      await write(slugs.organisations, organisation, { slug }, fields, reading)
    }
    const stored = await storePolicy(records, { organisation, slug: policy }, reading)
    return {
      organisation,
      organisationCreated: !known,
      policy: stored.policy,
      sections: records.sections.length,
      created: stored.created,
    }
  })
}

/** The id of the organisation, or of an organisation's policy, with a slug; undefined when there is none. */
export async function idOfSlug(
  collection: string,
  slug: string,
  organisation: string | undefined,
  { req, overrideAccess }: Reading,
): Promise<string | undefined> {
  // PostgreSQL stores no NUL, and refuses the question instead of finding nothing.
  if (slug.includes('\0')) return undefined
  const { docs } = await req.payload.find({
    collection: collection as never,
    where: {
      slug: { equals: slug },
      ...(organisation !== undefined && { organisation: { equals: organisation } }),
    },
    depth: 0,
    joins: false,
    limit: 1,
    pagination: false,
    req,
    overrideAccess,
  })
  return (docs[0] as { id?: string } | undefined)?.id
}
