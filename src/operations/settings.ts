import type { Payload } from 'payload'
import type { Slugs } from '../core/slugs.ts'
import type { WithPublication } from './publishing/publication.ts'

/** What operations must know of the plugin's options. */
export type Settings = {
  readonly slugs: Slugs
  /**
   * The languages of policies and the host's locale code of each; null where the host stores one language only.
   * The first is the base: every text exists in it.
   */
  readonly locales: { readonly [language: string]: string | null }
  /** Before `/{organisation}/{policy}` of the pages for people; null where the host has none. */
  readonly pagePath: string | null
  /** Bytes of policies, texts and renderings that an instance keeps in memory. */
  readonly cacheBytes: number
  /** How an instance hears of editions that others publish. */
  readonly watch: WatchSettings
  /** Hosts that webhooks may be sent to though they are private or without TLS. */
  readonly webhookHosts: readonly string[]
  /** The auth collection whose users can be members. */
  readonly usersSlug: string
  /** Whether a text of today with errors that nobody waived is refused. */
  readonly publishingGate: boolean
  /** Whether a text of today is refused while a duty of the change is not recorded. */
  readonly dutiesGate: boolean
  /** What is written along with every publication, in this order. @default nothing */
  readonly withPublication?: readonly WithPublication[]
}

export type WatchSettings = {
  /** Whether to LISTEN; without it, instances look once every so often through the pool. */
  readonly listen: boolean
  /** A direct connection for it; null for that of the host's pool. */
  readonly connectionString: string | null
  /** Milliseconds from look to look. */
  readonly every: number
}

/** Where the plugin leaves its settings in the host's config. */
export const SETTINGS_KEY = 'privacyPolicy'

/** @throws Error when the config was built without the plugin */
export function settingsOf(payload: Pick<Payload, 'config'>): Settings {
  const settings = payload.config.custom?.[SETTINGS_KEY] as Settings | undefined
  if (!settings)
    throw new Error('Expected a config with the privacyPolicy plugin. Add it to `plugins`.')
  return settings
}

export function baseLanguage(settings: Settings): string {
  return Object.keys(settings.locales)[0] ?? 'ja'
}
