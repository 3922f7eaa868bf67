import type { PolicyDocument } from '../../core/document.ts'
import type { EditionHead } from '../../core/edition/index.ts'
import {
  editionPath,
  editionsPath,
  type Mount,
  policyPath,
  publishedAt,
  schemaPath,
} from '../asked/addresses.ts'
import { quoted, ReadRefused } from '../problem.ts'
import { type Format, formats } from './formats.ts'

/** A form in which a policy is served. */
export type Representation = {
  readonly format: Format
  readonly mediaType: string
  readonly extension: string
}

/** In the order of preference when a client has none. */
export const representations: readonly Representation[] = (Object.keys(formats) as Format[])
  .map((format) => ({
    format,
    mediaType: formats[format].mediaType,
    extension: formats[format].extension,
  }))
  .sort((a, b) => Number(b.format === 'json') - Number(a.format === 'json'))

/** @throws ReadRefused for an extension that names no representation */
export function representationOf(extension: string): Representation {
  const found = representations.find((one) => one.extension === extension)
  if (found) return found
  const extensions = representations.map((one) => one.extension)
  throw new ReadRefused({
    status: 404,
    code: 'unknown-format',
    title: { ja: 'この形式はありません', en: 'Not in this format' },
    detail: {
      ja: `形式「${quoted(extension)}」はありません。${extensions.join('、')} のいずれかを指定してください。`,
      en: `There is no format \`${quoted(extension)}\`. Choose one of ${extensions.join(', ')}.`,
    },
    members: { formats: extensions },
  })
}

export const notAcceptable = (
  accept: string,
  offers: readonly Pick<Representation, 'mediaType'>[],
) => {
  const mediaTypes = offers.map(({ mediaType }) => mediaType.replace(/;.*/, ''))
  return new ReadRefused({
    status: 406,
    code: 'not-acceptable',
    title: { ja: '求められた形式がありません', en: 'Not acceptable' },
    detail: {
      ja: `Accept「${quoted(accept)}」に合う形式がありません。${mediaTypes.join('、')} があります。`,
      en: `Nothing here satisfies Accept \`${quoted(accept)}\`. There are ${mediaTypes.join(', ')}.`,
    },
    members: { mediaTypes },
    headers: { Vary: 'Accept' },
  })
}

/** An edition as JSON. */
export type EditionJson = ReturnType<typeof membersOf> & {
  readonly document: PolicyDocument | null
}

/** JSON with a document as it is stored between the members before it and those after. */
export function jsonAround(before: object, document: string | null, after: object): string {
  return `${JSON.stringify(before).slice(0, -1)},"document":${document},${JSON.stringify(after).slice(1)}`
}

/**
 * What stands around an edition's document in JSON. It depends on nothing but the edition, so that it never changes:
 * what becomes of an edition later is told by headers and by the list of editions.
 */
export function membersOf(edition: EditionHead, language: string | null, mount: Mount) {
  const address = publishedAt(edition)
  const query = language === null ? '' : `?locale=${encodeURIComponent(language)}`
  const path = (extension: string) => editionPath(mount, address, edition.number, extension, query)
  return {
    edition: particularsOf(edition),
    locale: language,
    links: {
      self: path('.json'),
      ...(language !== null && {
        html: path('.html'),
        markdown: path('.md'),
        text: path('.txt'),
        pdf: path('.pdf'),
        docx: path('.docx'),
      }),
      latest: policyPath(mount, address),
      editions: editionsPath(mount, address),
      schema: schemaPath(mount),
    },
  }
}

/** What identifies and dates an edition. */
export function particularsOf(edition: EditionHead) {
  const { id, number, kind, effectiveFrom, recordedAt, corrects, withdraws, summary } = edition
  return {
    id,
    policy: {
      id: edition.policy,
      slug: edition.policySlug,
      organisation: edition.organisationSlug,
    },
    number,
    kind,
    effectiveFrom,
    recordedAt,
    corrects,
    withdraws,
    summary,
    languages: edition.languages,
    schema: edition.schema,
    sha256: edition.sha256,
    previousSha256: edition.previousSha256,
  }
}
