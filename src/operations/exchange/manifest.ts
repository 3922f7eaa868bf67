/** What the folder or the stream of an export says of itself. No time and no count: the same data, the same bytes. */
export type Manifest = {
  readonly format: 'payload-privacy-policy'
  readonly version: 1
  /** The base language first. */
  readonly languages: readonly string[]
}

export const manifestOf = (languages: readonly string[]): Manifest => ({
  format: 'payload-privacy-policy',
  version: 1,
  languages,
})

export const manifestText = (languages: readonly string[]): string =>
  `${JSON.stringify(manifestOf(languages), null, 2)}\n`

/** Null for what is no manifest that this version can read. */
export function readManifest(value: unknown): Manifest | null {
  const { format, version, languages } = (value ?? {}) as Partial<Manifest>
  const isRead =
    format === 'payload-privacy-policy' &&
    version === 1 &&
    Array.isArray(languages) &&
    languages.every((language) => typeof language === 'string')
  return isRead ? (value as Manifest) : null
}
