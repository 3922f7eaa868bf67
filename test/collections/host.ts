import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { ja } from '@payloadcms/translations/languages/ja'
import {
  buildConfig,
  type CollectionBeforeChangeHook,
  getPayload,
  type Payload,
  type TypedUser,
} from 'payload'
import { afterAll } from 'vitest'
import { collections } from '../../collections/index.ts'
import type { CollectionOptions, Membership, Slugs } from '../../collections/options.ts'
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
  policyEditions: 'policy-editions',
}

/** Memberships stand in a plain field of the host's users. */
const options: CollectionOptions = {
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
    logger: { options: { level: 'error' } },
    db: postgresAdapter({
      pg: returningPg,
      pool: { connectionString: await testDatabase({ empty: true }), max: 5 },
      push: false,
      disableCreateDatabase: true,
    }),
    editor: lexicalEditor(),
    i18n: { supportedLanguages: { ja, en }, fallbackLanguage: 'ja' },
    localization: { locales: ['ja', 'en-GB'], defaultLocale: 'ja' },
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
          ? { ...collection, hooks: { beforeChange: [organisationOfPolicy] } }
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

/** A signed-in user who is nobody's row: access functions read only what is on it. */
export function user(membership: Membership | null, collection = 'staff'): TypedUser {
  return { id: 1, collection, email: 'user@example.com', membership } as unknown as TypedUser
}
