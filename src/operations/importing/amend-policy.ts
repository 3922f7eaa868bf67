import { sql } from '@payloadcms/db-postgres'
import { v7 as uuidv7 } from 'uuid'
import { type Amendment, amendment, sayingOf } from '../../core/amendment.ts'
import { type Alignment, align } from '../../core/compare/align.ts'
import { withIds } from '../../core/compare/with-ids.ts'
import { ComposeRefused, compose } from '../../core/compose.ts'
import { headingOf, nodesOf, type PolicyDocument, textOf } from '../../core/document.ts'
import { extract } from '../../core/extract.ts'
import { type RelationKind, relationKinds } from '../../core/lexical/relations.ts'
import type { Localised, OrganisationRecord, PolicyRecords } from '../../core/records.ts'
import { sectionOrderField } from '../../core/slugs.ts'
import {
  type OrganisationDifference,
  organisationDifferences,
  underOrganisation,
} from '../../core/under-organisation.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import { composeAll } from '../policy/compose-all.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { orderKeys } from '../policy/section-order.ts'
import { inReadingOrder, knownRecords } from '../policy/store-policy.ts'
import { trashUnused, usedElsewhere } from '../policy/uses.ts'
import { rewrite, write } from '../policy/write-languages.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, settingsOf } from '../settings.ts'

type Documents = readonly [PolicyDocument, ...PolicyDocument[]]

export type AmendOptions = {
  /** What the documents state of the organisation is written into its record. @default only reported */
  readonly updateOrganisation?: boolean
  /** Works everything out and writes nothing. */
  readonly dryRun?: boolean
}

export type Amended = {
  readonly amendment: Amendment
  /** Of what the amendment adds, the records that are new to the organisation too. */
  readonly created: { readonly [K in RelationKind]: readonly string[] }
  /** Sections that stand below another one, or elsewhere among those beside them. */
  readonly moved: readonly string[]
  /** Records that were to change and belong to others too: they stay, and this policy got its own. */
  readonly parted: readonly string[]
  readonly differences: readonly OrganisationDifference[]
  /** Whether the organisation's record now says what the documents do. */
  readonly organisationChanged: boolean
  /** What each id is called. */
  readonly names: { readonly [id: string]: string }
}

/**
 * Makes a policy that is there say what documents say. What of it is still in them keeps its id, and so its anchors
 * and its history; only what says something else is written; what is gone goes to the trash, unless something else
 * uses it. Texts in languages that the documents do not have stay as they are. The caller holds the transaction.
 *
 * @throws OperationRefused when the working copy does not make a whole document in the base language
 */
export async function amendPolicy(
  policy: string,
  documents: Documents,
  { updateOrganisation = false, dryRun = false }: AmendOptions,
  reading: Reading,
): Promise<Amended> {
  const { payload } = reading.req
  const { slugs } = settingsOf(payload)
  // Two imports at once, or one and a publication, go one after the other.
  const policies = tableOf(payload, slugs.policies)
  await queryIn(reading.req, sql`select id from ${policies} where id = ${policy} for update`)
  const stored = await loadPolicy(policy, reading)
  if (!stored) throw new Error(`Expected the policy ${policy}`)
  const plan = await planned(policy, stored, documents, updateOrganisation, reading)
  if (!dryRun) await carryOut(plan, stored, reading)
  const { amendment, created, moved, parted, differences, organisationChanged, names } = plan
  return { amendment, created, moved, parted, differences, organisationChanged, names }
}

type Plan = Amended & {
  readonly policy: string
  readonly organisation: OrganisationRecord
  readonly after: PolicyRecords
  readonly languages: readonly string[]
  /** The key of each section's place. */
  readonly keys: ReadonlyMap<string, string>
}

async function planned(
  policy: string,
  stored: PolicyRecords,
  documents: Documents,
  updateOrganisation: boolean,
  reading: Reading,
): Promise<Plan> {
  const languages = documents.map(({ locale }) => locale)
  const differences = organisationDifferences(documents, stored.organisation)
  const organisation = updateOrganisation
    ? withStated(stored.organisation, extract(...documents).organisation)
    : stored.organisation
  const own = underOrganisation(documents, organisation)
  const before = composed(stored, languages, reading)
  const alignment = align(before[0], own[0])
  const old = extract(...before)
  const draft = extract(...own)
  const { ids, parted, again } = await idsOf(policy, old, draft, alignment, languages, reading)
  const idOf = (id: string) => {
    const known = ids.get(id) ?? uuidv7()
    ids.set(id, known)
    return known
  }
  const [first, ...others] = own
  const named: Documents = [withIds(first, idOf), ...others.map((one) => withIds(one, idOf))]
  const after = extract(...named)

  const sections = inReadingOrder(after.sections)
  const places = new Map(stored.sections.map((section) => [section.id, section]))
  const keys = orderKeys(
    sections.map(({ id, parent }) => {
      const was = places.get(id)
      return { id, parent, key: was && was.parent === parent ? was.order || null : null }
    }),
  )
  const fate = amendment(old, after)
  return {
    policy,
    organisation,
    organisationChanged: updateOrganisation && differences.length > 0,
    after,
    languages,
    differences,
    parted,
    amendment: fate,
    created: Object.fromEntries(
      relationKinds.map((kind) => [kind, fate[kind].added.filter((id) => !again.has(id))]),
    ) as unknown as Plan['created'],
    moved: sections.flatMap(({ id, parent }) => {
      const was = places.get(id)
      return was && (was.parent !== parent || was.order !== keys.get(id)) ? id : []
    }),
    keys,
    names: namesIn([...before.toReversed(), ...named.toReversed()]),
  }
}

/** The working copy in those of the languages in which it is whole; the base language has to be, or the first. */
function composed(
  stored: PolicyRecords,
  languages: readonly string[],
  reading: Reading,
): Documents {
  const settings = settingsOf(reading.req.payload)
  const { documents } = composeAll(stored, settings)
  const [first = baseLanguage(settings), ...others] = languages
  return [
    documents[first] ?? whole(stored, first),
    ...others.flatMap((language) => documents[language] ?? []),
  ]
}

function whole(stored: PolicyRecords, language: string): PolicyDocument {
  try {
    return compose(stored, language, language)
  } catch (error) {
    if (!(error instanceof ComposeRefused)) throw error
    throw new OperationRefused(
      'not-composable',
      {
        ja: `ポリシーは言語「${language}」ではまだ完成していないため、この言語だけの取込みでは照合できません。先に完成させてください。`,
        en: `The policy is not whole in \`${language}\` yet, so a text in that language alone cannot be aligned with it. Complete it first.`,
      },
      error.problems,
    )
  }
}

/**
 * The id of everything that the documents name: what goes on keeps its own. A record that changes and that others use
 * too is not this import's to change: the policy gets one of its own, or one that says just that already.
 */
async function idsOf(
  policy: string,
  old: PolicyRecords,
  draft: PolicyRecords,
  alignment: Alignment,
  languages: readonly string[],
  reading: Reading,
) {
  const ids = new Map<string, string>([...alignment.sections, ...alignment.items])
  const parted: string[] = []
  const again = new Set<string>()
  for (const kind of relationKinds) {
    const known = await knownRecords(kind, old.organisation.id, reading, languages)
    const before = new Map(old[kind].map((record) => [record.id, record]))
    const saying = ({ id: _, ...said }: { readonly id: string }) => sayingOf(said)
    const goesOn = (id: string) => before.get(alignment[kind].get(id) ?? '')
    const changing = draft[kind].flatMap((record) => {
      const was = goesOn(record.id)
      return was && saying(was) !== saying(record) ? was.id : []
    })
    const shared = await usedElsewhere(kind, changing, policy, reading)
    const taken = new Set([...alignment[kind].values()])
    for (const record of draft[kind]) {
      const was = goesOn(record.id)
      const parts = was !== undefined && saying(was) !== saying(record) && shared.has(was.id)
      if (parts) parted.push(was.id)
      if (was && !parts) ids.set(record.id, was.id)
      else {
        const same = known.get(saying(record))
        const free = same !== undefined && !taken.has(same)
        ids.set(record.id, free ? same : uuidv7())
        if (free) again.add(same)
      }
    }
  }
  return { ids, parted, again }
}

async function carryOut(plan: Plan, stored: PolicyRecords, reading: Reading): Promise<void> {
  const { slugs } = settingsOf(reading.req.payload)
  const { after, amendment: fate, languages, policy } = plan
  if (plan.organisationChanged) {
    const { id, slug: _, ...fields } = plan.organisation
    await rewrite(slugs.organisations, id, {}, fields, languages, reading)
  }
  for (const kind of relationKinds) {
    const [created, changed] = [new Set(plan.created[kind]), new Set(fate[kind].changed)]
    for (const { id, ...fields } of after[kind]) {
      if (created.has(id))
        await write(slugs[kind], id, { organisation: stored.organisation.id }, fields, reading)
      else if (changed.has(id)) await rewrite(slugs[kind], id, {}, fields, languages, reading)
    }
  }
  if (fate.policyChanged) {
    const { id: _, organisation: __, slug: ___, ...fields } = after.policy
    await rewrite(slugs.policies, policy, {}, fields, languages, reading)
  }
  const added = new Set(fate.sections.added)
  const changed = new Set([...fate.sections.changed, ...plan.moved])
  for (const { id, parent, order: _, ...fields } of inReadingOrder(after.sections)) {
    const place = { parent, [sectionOrderField(slugs)]: plan.keys.get(id) }
    if (added.has(id)) await write(slugs.policySections, id, { policy, ...place }, fields, reading)
    else if (changed.has(id))
      await rewrite(slugs.policySections, id, place, fields, languages, reading)
  }
  await trashUnused(plan.amendment, policy, reading)
}

/** The organisation with what its documents state; what they do not state stays. */
function withStated(stored: OrganisationRecord, stated: OrganisationRecord): OrganisationRecord {
  const localised = (own: Localised<string>, its: Localised<string>) => ({
    ...own,
    ...Object.fromEntries(Object.entries(its).filter(([, text]) => text)),
  })
  return {
    ...stored,
    legalName: localised(stored.legalName, stated.legalName),
    selfTerm: localised(stored.selfTerm, stated.selfTerm),
    address: localised(stored.address, stated.address),
    postalCode: stated.postalCode ?? stored.postalCode,
    corporateNumber: stated.corporateNumber ?? stored.corporateNumber,
    url: stated.url ?? stored.url,
    representatives: stated.representatives.length
      ? stated.representatives.map(({ title, name }, i) => ({
          title: localised(stored.representatives[i]?.title ?? {}, title),
          name: localised(stored.representatives[i]?.name ?? {}, name),
        }))
      : stored.representatives,
  }
}

/** What people know each section and record by; of several documents the last has the word. */
function namesIn(documents: readonly PolicyDocument[]): Amended['names'] {
  const names = new Map<string, string>()
  const add = (id: string, text: string) => names.set(id, text.replace(/\s+/gu, ' ').slice(0, 60))
  for (const document of documents) {
    for (const section of nodesOf(document, 'section'))
      add(section.id, headingOf(section) || textOf(section))
    for (const type of ['purpose', 'exceptionClause', 'safetyMeasure'] as const)
      for (const { id, text } of nodesOf(document, type)) add(id, text)
    for (const { id, name } of nodesOf(document, 'jointUsePartner')) add(id, name)
    for (const contact of nodesOf(document, 'contact'))
      add(contact.id, contact.name ?? textOf(contact))
  }
  return Object.fromEntries(names)
}
