import type { Config, TypedUser } from 'payload'
import { membershipInFields } from '../../collections/membership.ts'
import type { CollectionOptions, Membership } from '../../collections/options.ts'
import type { Slugs } from '../../src/core/slugs.ts'
import type { WatchSettings } from '../../src/operations/settings.ts'

export type PrivacyPolicyOptions = {
  /**
   * Keeps the collections, so that the schema stays the same, and takes everything else away: endpoints, queries,
   * hooks, publishing.
   * @default false
   */
  readonly disabled?: boolean
  /**
   * Other slugs for collections whose usual ones are taken.
   * @default `organisations`, `policies`, `policy-sections` …, as `usualSlugs` below has them
   */
  readonly slugs?: Partial<Slugs>
  /**
   * The host's locale code of each language of policies; the first is the base, in which every text exists.
   * @default `ja` and `en` as the host has them (`ja`, `ja-JP` …); with neither, Japanese in the host's default locale
   */
  readonly locales?: { readonly [language: string]: string }
  /**
   * What a user may do, and for which organisations. When it is given, the plugin adds no fields to the users.
   * @default what the fields `policyRole` and `policyOrganisations` say, which the plugin adds to the users
   */
  readonly membership?: (user: TypedUser) => Membership | null | Promise<Membership | null>
  /**
   * The auth collection whose users can be members.
   * @default the host's `admin.user`, or its first auth collection
   */
  readonly usersSlug?: string
  /**
   * The module of the admin's own components, as the host's import map finds it.
   * @default 'payload-privacy-policy/admin'
   */
  readonly components?: string
  /**
   * Before `/{organisation}/{policy}`, where the host shows policies to people; answers link to it.
   * @default null: the host has no such pages
   */
  readonly pagePath?: string | null
  /**
   * Bytes of policies, texts and renderings that each instance keeps in memory.
   * @default 64 MiB
   */
  readonly cacheBytes?: number
  /**
   * Refuses to publish a text of today in which the check finds errors that are neither suppressed nor waived.
   * @default true
   */
  readonly publishingGate?: boolean
  /**
   * Refuses to publish a text of today until it is recorded how each duty that the change may call for is met, or why it
   * need not be.
   * @default true
   */
  readonly dutiesGate?: boolean
  /** Hosts that webhooks may be sent to though they are private or without TLS: `localhost:4000`. @default [] */
  readonly webhookHosts?: readonly string[]
  /**
   * Bytes of the longest plan of a bulk update that is applied over REST; it lies on the instance's disk meanwhile.
   * @default 256 MiB
   */
  readonly planBytes?: number
  /**
   * Bytes of the longest export that is imported over REST; it lies on the instance's disk meanwhile.
   * @default 256 MiB
   */
  readonly importBytes?: number
  /**
   * Whether admins of all organisations may import exports over REST. An import writes editions of any date: without
   * this, only who has the database can, and nobody else can add to what a policy said in the past.
   * @default false
   */
  readonly remoteImport?: boolean
  /** How instances hear of editions that others publish. */
  readonly watch?: {
    /**
     * Whether to listen to PostgreSQL's notifications; false to look only every so often.
     * @default true
     */
    readonly listen?: boolean
    /**
     * A direct connection to the primary to listen on, where the pool goes through a transaction pooler.
     * @default that of the host's pool
     */
    readonly connectionString?: string
    /**
     * Milliseconds from look to look: the longest that a publication goes unheard without notifications.
     * @default 1000
     */
    readonly every?: number
  }
}

export type ResolvedOptions = CollectionOptions & {
  readonly disabled: boolean
  readonly pagePath: string | null
  readonly cacheBytes: number
  readonly watch: WatchSettings
  readonly webhookHosts: readonly string[]
  readonly publishingGate: boolean
  readonly dutiesGate: boolean
  readonly planBytes: number
  readonly importBytes: number
  readonly remoteImport: boolean
  /** Whether the plugin keeps memberships in fields of its own on the users. */
  readonly addsMembershipFields: boolean
}

const usualSlugs: Slugs = {
  organisations: 'organisations',
  policies: 'policies',
  policySections: 'policy-sections',
  purposes: 'purposes',
  exceptionClauses: 'exception-clauses',
  jointUsePartners: 'joint-use-partners',
  safetyMeasures: 'safety-measures',
  contacts: 'contacts',
  policyEditions: 'policy-editions',
  webhookEndpoints: 'privacy-policy-webhooks',
  webhookDeliveries: 'privacy-policy-webhook-deliveries',
  bulkUpdates: 'privacy-policy-bulk-updates',
}

export function resolveOptions(options: PrivacyPolicyOptions, config: Config): ResolvedOptions {
  const slugs = { ...usualSlugs, ...options.slugs }
  const taken = Object.values(slugs).filter((slug) =>
    config.collections?.some((collection) => collection.slug === slug),
  )
  if (taken.length)
    throw new Error(
      `The config has collections of its own called \`${taken.join('`, `')}\`. Give the privacyPolicy plugin other \`slugs\`.`,
    )
  return {
    slugs,
    locales: resolveLocales(options.locales, config.localization),
    usersSlug: resolveUsers(options.usersSlug, config),
    membership: options.membership ?? membershipInFields,
    addsMembershipFields: options.membership === undefined,
    components: options.components ?? 'payload-privacy-policy/admin',
    pagePath: options.pagePath ?? null,
    cacheBytes: options.cacheBytes ?? 64 * 1024 * 1024,
    watch: {
      listen: options.watch?.listen ?? true,
      connectionString: options.watch?.connectionString ?? null,
      every: options.watch?.every ?? 1_000,
    },
    webhookHosts: options.webhookHosts ?? [],
    publishingGate: options.publishingGate ?? true,
    dutiesGate: options.dutiesGate ?? true,
    planBytes: options.planBytes ?? 256 * 1024 * 1024,
    importBytes: options.importBytes ?? 256 * 1024 * 1024,
    remoteImport: options.remoteImport ?? false,
    disabled: options.disabled ?? false,
  }
}

function resolveUsers(wanted: string | undefined, { admin, collections = [] }: Config): string {
  const slug = wanted ?? admin?.user ?? collections.find(({ auth }) => auth)?.slug ?? 'users'
  if (!collections.some((collection) => collection.slug === slug && collection.auth))
    throw new Error(
      `Expected a collection of users called \`${slug}\`, with \`auth\`. Add it before the privacyPolicy plugin, or name another in its \`usersSlug\`.`,
    )
  return slug
}

function resolveLocales(
  wanted: PrivacyPolicyOptions['locales'],
  localization: Config['localization'],
): ResolvedOptions['locales'] {
  if (!localization) return { [Object.keys(wanted ?? {})[0] ?? 'ja']: null }
  const codes = localization.locales.map((locale) =>
    typeof locale === 'string' ? locale : locale.code,
  )
  if (wanted) {
    const unknown = Object.values(wanted).filter((code) => !codes.includes(code))
    if (unknown.length)
      throw new Error(
        `Expected locales of the config (${codes.join(', ')}), not \`${unknown.join('`, `')}\`. Mend \`locales\` of the privacyPolicy plugin.`,
      )
    return wanted
  }
  const find = (language: string) =>
    codes.find((code) => code === language) ?? codes.find((code) => code.startsWith(`${language}-`))
  const english = find('en')
  const japanese =
    find('ja') ?? codes.find((code) => code !== english) ?? localization.defaultLocale
  return { ja: japanese, ...(english && english !== japanese && { en: english }) }
}
