import { isolateObjectProperty } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import type { PolicyDocument } from '../../core/document.ts'
import { extract } from '../../core/extract.ts'
import { type RelationKind, relationKinds } from '../../core/lexical/relations.ts'
import { underOrganisation } from '../../core/under-organisation.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { localApi } from '../database/local-api.ts'
import { idOfSlug } from '../policy/find-policy.ts'
import type { Reading } from '../policy/load-policy.ts'
import { recordReaderOf } from '../policy/record-reader.ts'
import { storePolicy } from '../policy/store-policy.ts'
import { write } from '../policy/write-languages.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { type Amended, type AmendOptions, amendPolicy } from './amend-policy.ts'

/** What is imported, and where it goes. */
export type PolicyImport = AmendOptions & {
  /** The policy, once for each of its languages. */
  readonly documents: readonly [PolicyDocument, ...PolicyDocument[]]
  readonly organisation: string
  readonly policy: string
  /** Creates the organisation from what the document says of it, when there is none of that slug. */
  readonly createOrganisation?: boolean
  /** Amends the policy that is there already, see `amendPolicy`; without it, that is refused. */
  readonly intoExisting?: boolean
}

export type Imported = {
  readonly organisation: string
  readonly organisationCreated: boolean
  readonly policy: string
  readonly sections: number
  readonly created: { readonly [K in RelationKind]: number }
  /** What became of the policy that was there; null for a new one. */
  readonly amended: Amended | null
}

/**
 * Stores a document as typed records: all of it or, at the first refusal, nothing.
 *
 * @throws OperationRefused when the organisation is missing, when the policy is there already and `intoExisting` was
 *   not asked for, and when it was asked for and there is none
 */
export async function importPolicy(request: PolicyImport, reading: Reading): Promise<Imported> {
  const { documents, organisation: slug, policy, createOrganisation } = request
  const settings = settingsOf(reading.req.payload)
  const { slugs } = settings
  return inTransaction(reading.req, async () => {
    const known = await idOfSlug(slugs.organisations, slug, undefined, reading)
    if (!known && (!createOrganisation || request.intoExisting))
      throw new OperationRefused('organisation-missing', {
        ja: `事業者「${slug}」がありません。--create-organisation を付けるか、先に事業者を作成してください。`,
        en: `There is no organisation \`${slug}\`. Add --create-organisation, or create it first.`,
      })
    const there = known && (await idOfSlug(slugs.policies, policy, known, reading))
    if (there && !request.intoExisting)
      throw new OperationRefused('policy-exists', {
        ja: `事業者「${slug}」にはポリシー「${policy}」がすでにあります。その改定として取り込むには --into-existing を付け（--dry-run で先に確かめられます）、別のポリシーにするには --policy で別の名前を指定してください。`,
        en: `The organisation \`${slug}\` has a policy \`${policy}\` already. To import the text as its amendment add --into-existing (with --dry-run to see first), or name another with --policy.`,
      })
    if (known && there) {
      const amended = await amendPolicy(there, documents, request, reading)
      const created = Object.fromEntries(
        relationKinds.map((kind) => [kind, amended.created[kind].length]),
      ) as Imported['created']
      const { kept, changed, added } = amended.amendment.sections
      const sections = kept.length + changed.length + added.length
      return {
        organisation: known,
        organisationCreated: false,
        policy: there,
        sections,
        created,
        amended,
      }
    }
    if (request.intoExisting || request.dryRun) throw nothingToAmend(slug, policy)
    const own = known ? await ofOrganisation(documents, known, reading) : documents
    const records = extract(...own)
    const organisation = known ?? uuidv7()
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
      amended: null,
    }
  })
}

const nothingToAmend = (slug: string, policy: string) =>
  new OperationRefused('policy-missing', {
    ja: `事業者「${slug}」にポリシー「${policy}」はまだありません。新しく取り込むには --into-existing と --dry-run を外してください。`,
    en: `The organisation \`${slug}\` has no policy \`${policy}\` yet. To import it anew, leave out --into-existing and --dry-run.`,
  })

/** The documents as policies of an organisation that is there and may say other things of itself. */
async function ofOrganisation(
  documents: PolicyImport['documents'],
  id: string,
  { req, overrideAccess }: Reading,
) {
  const settings = settingsOf(req.payload)
  const doc = await localApi(req.payload).findByID({
    collection: settings.slugs.organisations,
    id,
    depth: 0,
    joins: false,
    locale: 'all',
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
    overrideAccess,
  })
  return underOrganisation(documents, recordReaderOf(settings).organisation(doc))
}
