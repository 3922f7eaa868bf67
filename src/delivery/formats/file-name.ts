import type { EditionHead } from '../../core/edition/index.ts'

/**
 * `Content-Disposition` for formats that people keep as files (RFC 6266, 8187): shown where a browser can, and saved
 * under a name that tells which policy it is, of whom, from when.
 */
export function shownAs(
  edition: Pick<EditionHead, 'number' | 'effectiveFrom' | 'organisationSlug' | 'policySlug'> & {
    readonly languages: {
      readonly [language: string]: { readonly title: string; readonly organisation: string }
    }
  },
  language: string,
  extension: string,
): { [header: string]: string } {
  const { title = '', organisation = '' } = edition.languages[language] ?? {}
  const readable = [title, organisation, edition.effectiveFrom]
    .map((part) => part.replaceAll(/[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join('_')
  const short = [...readable].slice(0, 120).join('')
  const plain = `${edition.organisationSlug}_${edition.policySlug}_${edition.number}${extension}`
  return {
    'Content-Disposition': `inline; filename="${plain.replaceAll(/[^\w.-]/g, '-')}"; filename*=UTF-8''${encoded(short + extension)}`,
  }
}

/** What `encodeURIComponent` leaves and an `ext-value` has no place for (RFC 8187 3.2.1). */
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
