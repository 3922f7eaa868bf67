import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { ja } from '@payloadcms/translations/languages/ja'
import {
  buildConfig,
  type CollectionBeforeChangeHook,
  getPayload,
  handleEndpoints,
  type Payload,
} from 'payload'
import { afterAll } from 'vitest'
import { collections } from '../../collections/index.ts'
import type { CollectionOptions, Membership } from '../../collections/options.ts'
import type { Slugs } from '../../src/core/slugs.ts'
import { closePayload } from '../../src/platform/migrations.ts'
import { returningPg } from '../../src/platform/pool.ts'
import { testDatabase } from '../database.ts'
import { createSchema } from '../schema.ts'

/** The slugs of a host that has `contacts` and `policies` of its own. */
export const slugs: Slugs = {
  organisations: 'organisations',
  policies: 'privacy-policies',
  policySections: 'policy-sections',
  purposes: 'purposes',
  exceptionClauses: 'exception-clauses',
  jointUsePartners: 'joint-use-partners',
  safetyMeasures: 'safety-measures',
  contacts: 'privacy-contacts',
  webhookEndpoints: 'policy-webhooks',
  webhookDeliveries: 'policy-webhook-deliveries',
  bulkUpdates: 'policy-bulk-updates',
  policyEditions: 'policy-editions',
}

/** Memberships stand in a plain field of the host's users. */
export const options: CollectionOptions = {
  slugs,
  locales: { ja: 'ja', en: 'en-GB' },
  usersSlug: 'staff',
  membership: (user) => (user as unknown as { membership: Membership | null }).membership,
  components: '/src/admin/components/index.ts',
}

/**
 * Payload with the collections in a host of its own making: other slugs, other locale codes, users with serial ids,
 * and customers who can sign in too. Closed after the file's last test.
 */
export async function hostPayload(): Promise<Payload> {
  const config = buildConfig({
    secret: 'test',
    telemetry: false,
    logger: { options: { level: 'silent' } },
    db: postgresAdapter({
      pg: returningPg,
      pool: { connectionString: await testDatabase({ empty: true }), max: 5 },
      push: false,
      disableCreateDatabase: true,
    }),
    editor: lexicalEditor(),
    i18n: { supportedLanguages: { ja, en }, fallbackLanguage: 'ja' },
    localization: { locales: ['ja', 'en-GB'], defaultLocale: 'ja', fallback: false },
    collections: [
      {
        slug: 'staff',
        auth: true,
        fields: [{ name: 'membership', type: 'json', saveToJWT: true }],
      },
      { slug: 'customers', auth: true, fields: [{ name: 'membership', type: 'json' }] },
      { slug: 'contacts', fields: [{ name: 'name', type: 'text' }] },
      { slug: 'policies', fields: [{ name: 'name', type: 'text' }] },
      ...Object.values(collections(options)).map((collection) =>
        collection.slug === slugs.policySections
          ? { ...collection, hooks: { ...collection.hooks, beforeChange: [organisationOfPolicy] } }
          : collection,
      ),
    ],
  })
  const payload = await getPayload({ config })
  afterAll(() => closePayload(payload))
  await createSchema(payload)
  return payload
}

/** What the plugin's hook does: a section belongs to the organisation of its policy. */
const organisationOfPolicy: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { organisation } = (await req.payload.findByID({
    collection: slugs.policies as never,
    id: data.policy,
    depth: 0,
    req,
  })) as unknown as { organisation: string }
  return { ...data, organisation }
}

export type Fields = { readonly id: string; readonly [field: string]: unknown }
export type Answer = {
  readonly status: number
  readonly body: {
    readonly doc: Fields
    readonly docs: readonly Fields[]
    readonly totalDocs: number
    readonly errors: readonly {
      readonly message: string
      readonly data?: { readonly errors: readonly { path: string; message: string }[] }
    }[]
  }
}

/** Payload's REST API as a client of a member, or of nobody, sees it. */
export async function client(payload: Payload, membership?: Membership) {
  const authorization = membership ? `JWT ${await signIn(payload, membership)}` : ''
  const ask = async (
    method: string,
    path: string,
    data?: object,
    language = 'ja',
  ): Promise<Answer> => {
    const request = new Request(`http://localhost/api${path}`, {
      method,
      headers: {
        'accept-language': language,
        'content-type': 'application/json',
        ...(authorization && { authorization }),
      },
      ...(data && { body: JSON.stringify(data) }),
    })
    const response = await handleEndpoints({ config: payload.config, request })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  return Object.assign(ask, { authorization })
}

let users = 0

async function signIn(payload: Payload, membership: Membership): Promise<string> {
  const data = { email: `user${++users}@example.com`, password: 'correct horse battery' }
  await payload.create({ collection: 'staff' as never, data: { ...data, membership } as never })
  const { token } = await payload.login({ collection: 'staff' as never, data: data as never })
  return token ?? ''
}

/** What a refused write says, field by field. */
export function problemsOf({ body }: Answer): { readonly [path: string]: string } {
  const problems = body.errors.flatMap(({ data }) => data?.errors ?? [])
  return Object.fromEntries(problems.map(({ path, message }) => [path, message]))
}

/** Creates a document in Japanese for the system itself, and gives its id. */
export async function make(payload: Payload, name: keyof Slugs, data: object): Promise<string> {
  const { id } = await payload.create({
    collection: slugs[name] as never,
    data: data as never,
    locale: 'ja',
    depth: 0,
  })
  return id as string
}
