import { createLocalReq, type Payload } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import type { PolicyDocument } from '../../src/core/document.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import * as build from '../build.ts'
import { withoutGate } from '../payload.ts'
import { type Client, clientOf, signIn } from '../plugin/client.ts'
import { CANARY, canaryData, pluginCollections } from './canaries.ts'

/** Documents of a collection that must stay secret, and a version of one. */
export type Secrets = {
  readonly live: string
  readonly trashed: string
  readonly version: string
}

export type World = {
  /** By collection slug; those of organisation A. */
  readonly secrets: { readonly [collection: string]: Secrets }
  readonly organisationA: string
  readonly organisationB: string
  readonly policyB: string
  /** An exception clause of the shared library. */
  readonly library: string
  /** Sees everything: the control, which shows that a walk would find what leaks. */
  readonly admin: Client
  readonly editorOfA: Client
  readonly outsiders: { readonly [name in Outsider]: Client }
}
export type Outsider =
  | 'anonymous'
  | 'nobody'
  | 'viewerOfB'
  | 'editorOfB'
  | 'publisherOfB'
  | 'adminOfB'

type Doc = { readonly id: string; readonly [field: string]: unknown }

/**
 * Two organisations with a policy each. A has published one edition; after that, every text field of a record of
 * every collection of A, of a trashed one, and of a version of it, is given a canary.
 */
export async function makeWorld(payload: Payload): Promise<World> {
  withoutGate(payload)
  withoutStaleness(payload)
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  const bring = async (organisation: string) => {
    const target = { organisation, policy: 'privacy', createOrganisation: true }
    const imported = await importPolicy(
      { documents: [statement(organisation)], ...target },
      reading,
    )
    await payload.create({
      collection: 'privacy-policy-webhooks',
      data: { organisation: imported.organisation, url: 'https://hooks.example.com/policies' },
    } as never)
    await publishPolicy({ policy: imported.policy }, reading)
    await payload.create({
      collection: 'privacy-policy-bulk-updates',
      data: { organisation: imported.organisation, unit: organisation, plan: organisation },
    } as never)
    return imported
  }
  const a = await bring('organisation-a')
  const b = await bring('organisation-b')
  const library = await payload.create({
    collection: 'exception-clauses',
    data: { text: '法令に基づく場合', basis: 'appi-27-1-1', appliesTo: 'third-party-provision' },
  })
  const users = async (name: string, policyRole: string | null, policyOrganisations: string[]) => {
    const credentials = { email: `${name}@example.com`, password: 'a long enough password' }
    const data = { name, ...credentials, policyRole, policyOrganisations }
    await payload.create({ collection: 'users', data: data as never })
    return signIn(payload, 'users', credentials)
  }
  await plantUser(payload, a.organisation)
  return {
    secrets: await plantAll(payload, a.organisation, library.id),
    organisationA: a.organisation,
    organisationB: b.organisation,
    policyB: b.policy,
    library: library.id,
    admin: await users('admin', 'admin', []),
    editorOfA: await users('editor-a', 'editor', [a.organisation]),
    outsiders: {
      anonymous: clientOf(payload),
      nobody: await users('nobody', null, []),
      viewerOfB: await users('viewer-b', 'viewer', [b.organisation]),
      editorOfB: await users('editor-b', 'editor', [b.organisation]),
      publisherOfB: await users('publisher-b', 'publisher', [b.organisation]),
      adminOfB: await users('admin-b', 'admin', [b.organisation]),
    },
  }
}

/**
 * An instance that has not looked at the database for some seconds says so in its answers, and on a busy machine that
 * comes and goes. Answers are compared here byte by byte, so this one may be silent for a day.
 */
function withoutStaleness(payload: Payload): void {
  const settings = settingsOf(payload)
  Object.assign(settings, { watch: { ...settings.watch, every: 86_400_000 } })
}

/** A policy that prints a record of every kind. */
function statement(name: string): PolicyDocument {
  const desk = build.contact('c1', ['inquiry'], build.line('', 'name', `${name} 個人情報相談係`))
  return build.policy(
    {},
    build.section(
      ['s1', 'purposes', '第1条　', '利用目的'],
      build.purposes(build.row('・', build.purpose('p1', `${name} の商品を発送するため`))),
      build.exceptions(
        build.row(
          '・',
          build.exception.provision('e1', 'appi-27-1-1', `${name} が法令に基づき提供する場合`),
        ),
      ),
      build.section(
        ['s2', 'jointUse', '１　', '共同利用'],
        build.p('当社は、', build.partner('j1', `${name} 物流`), 'と共同して利用します。'),
      ),
    ),
    build.section(
      ['s3', 'safetyMeasures', '第2条　', '安全管理措置'],
      build.measures(
        build.row('・', build.measure('m1', 'rules', `${name} は規程を定めています。`)),
      ),
      desk,
    ),
  )
}

/** A colleague in A: name, address and key are nobody else's business. */
async function plantUser(payload: Payload, organisation: string): Promise<void> {
  await payload.create({
    collection: 'users',
    data: {
      name: `${CANARY}-users-name`,
      email: `${CANARY}-users-email@example.com`,
      password: 'a long enough password',
      enableAPIKey: true,
      apiKey: `${CANARY}-users-apiKey`,
      policyRole: 'publisher',
      policyOrganisations: [organisation],
    } as never,
  })
}

async function plantAll(
  payload: Payload,
  organisation: string,
  library: string,
): Promise<World['secrets']> {
  const { slugs } = settingsOf(payload)
  const planters: { readonly [slug: string]: typeof plantRecord } = {
    [slugs.policyEditions]: plantEdition,
    [slugs.webhookDeliveries]: plantLog,
    [slugs.bulkUpdates]: plantLog,
  }
  const secrets: { [collection: string]: Secrets } = {}
  for (const collection of pluginCollections(payload)) {
    const { slug } = collection
    const own = slug === slugs.organisations ? { id: organisation } : { organisation }
    const where = Object.fromEntries(Object.entries(own).map(([key, equals]) => [key, { equals }]))
    const { docs } = await payload.db.find<Doc>({
      collection: slug,
      where,
      limit: 1,
      locale: 'all',
    })
    const [doc] = docs
    if (!doc) throw new Error(`Expected a document of A in ${slug}`)
    const plant = planters[slug] ?? plantRecord
    // What all see, the library, is printed by A too: a way from there to A's section.
    const used = slug === slugs.policySections ? { exceptionClauses: [library] } : {}
    secrets[slug] = await plant(payload, collection, { ...doc, ...used })
  }
  return secrets
}

type Planted = Parameters<typeof canaryData>[0]

/** The adapter asks neither validation nor hooks: a canary goes even where only a number is written. */
async function plantRecord(payload: Payload, collection: Planted, doc: Doc): Promise<Secrets> {
  const { slug } = collection
  const data = withRowIds({ ...doc, ...canaryData(collection, ['ja', 'en']) })
  const req = await createLocalReq({}, payload)
  await payload.db.updateOne({ collection: slug, id: doc.id, data, req })
  const trashed = { ...withRowIds(data), id: uuidv7(), deletedAt: '2026-01-01T00:00:00.000Z' }
  // Unique within an organisation, and the trash counts.
  const unique = 'slug' in data ? { slug: `${String(data.slug)}-trashed` } : {}
  await payload.db.create({ collection: slug, data: { ...trashed, ...unique }, req })
  const version = await payload.db.createVersion({
    collectionSlug: slug as never,
    parent: doc.id,
    versionData: data as never,
    autosave: false,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    req,
  })
  return { live: doc.id, trashed: trashed.id, version: String(version.id) }
}

/** The log of a machine has neither trash nor versions. */
async function plantLog(payload: Payload, collection: Planted, { id }: Doc): Promise<Secrets> {
  const data = canaryData(collection, ['ja', 'en'])
  const req = await createLocalReq({}, payload)
  await payload.db.updateOne({ collection: collection.slug, id, data, req })
  return { live: id, trashed: id, version: id }
}

/** Rows of arrays have ids of their own, which no two documents share. */
function withRowIds<T extends object>(data: T, isGroup = false): T {
  const entries = Object.entries(data).map(([field, value]) => {
    if (Array.isArray(value))
      return [
        field,
        value.map((row) => (typeof row === 'object' && row ? { ...row, id: uuidv7() } : row)),
      ]
    const mayHold = !isGroup && typeof value === 'object' && value !== null
    return [field, mayHold ? withRowIds(value, true) : value]
  })
  return Object.fromEntries(entries) as T
}

/** An edition is public, save the fields whose reading the config restricts; those get canaries. */
async function plantEdition(
  payload: Payload,
  collection: Planted,
  { id: _, ...edition }: Doc,
): Promise<Secrets> {
  const secret = collection.flattenedFields.filter(
    (field) => 'access' in field && field.access?.read,
  )
  const data = {
    ...edition,
    id: uuidv7(),
    number: 2,
    ...canaryData({ slug: collection.slug, flattenedFields: secret }, ['ja', 'en']),
  }
  const req = await createLocalReq({}, payload)
  await payload.db.create({ collection: collection.slug, data, req })
  return { live: data.id, trashed: data.id, version: data.id }
}
