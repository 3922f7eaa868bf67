import type { EditionHead } from '../../core/edition/index.ts'
import { type Answer, bytesOf } from '../answer.ts'
import { editionPath, pagePath, policyPath, schemaPath } from '../asked/addresses.ts'
import { negotiateFormat } from '../asked/negotiation.ts'
import { chooseLanguage, type Found, noText } from '../find.ts'
import { gateVaries, mementoLinks } from '../memento/memento.ts'
import { previewMember } from '../preview/preview.ts'
import { type Problem, problemBody, ReadRefused } from '../problem.ts'
import { accepted, acceptedLanguage, basisOf, ok, queryOf, type Reading, vary } from '../reading.ts'
import { shownAs } from './file-name.ts'
import { render } from './formats.ts'
import {
  editionHeaders,
  freshnessHeaders,
  linkHeader,
  staleMember,
  type Target,
  versionLinks,
} from './headers.ts'
import { acceptsRanges } from './ranges.ts'
import {
  jsonAround,
  membersOf,
  notAcceptable,
  type Representation,
  representationOf,
  representations,
} from './representations.ts'

/** A representation, and whether the client's preferences had a say in it. */
export type FormatChoice = {
  readonly representation: Representation
  readonly isNegotiated: boolean
}

/** An extension decides; without one, `Accept` does. @throws ReadRefused when there is no such format */
export function chooseFormat(extension: string, reading: Reading): FormatChoice {
  if (extension !== '') return { representation: representationOf(extension), isNegotiated: false }
  const accept = accepted(reading)
  const representation = negotiateFormat(accept, representations)
  if (!representation) throw notAcceptable(accept ?? '', representations)
  return { representation, isNegotiated: true }
}

/**
 * The text of the edition that was found; `number` when it was asked for by its number. JSON brings the particulars
 * along, and what is to be said beside them; the other formats are the text alone.
 */
export async function textAnswer(
  found: Found,
  { representation, isNegotiated }: FormatChoice,
  number: number | null,
  reading: Reading,
): Promise<Answer> {
  const { setUp, now, parameters } = reading
  const { edition, repeal, staleSince } = found
  if (!edition) throw new ReadRefused(repealed(found))
  const { format } = representation
  const hasText = Object.keys(edition.languages).length > 0
  if (!hasText && format !== 'json') throw noText(edition)
  const choice = hasText
    ? chooseLanguage(edition, parameters.get('locale'), acceptedLanguage(reading), setUp.locale)
    : { language: null, isNegotiated: false }
  const { language } = choice

  const isEnded = repeal !== null && format === 'json'
  const stale = format === 'json' && staleSince ? staleMember(staleSince) : null
  const name = [edition.sha256, language, format, isEnded && repeal.sha256, stale?.since]
  const bytes = await setUp.keepBytes(name.join(' '), async () => {
    const { library, mount, preview } = setUp
    const text = language === null ? null : await library.text(found.opened, edition, language)
    if (format !== 'json') return bytesOf(await render(JSON.parse(text ?? 'null'), format))
    const { links, ...members } = membersOf(edition, language, mount)
    const problem = isEnded && problemBody(repealed(found), language === 'ja' ? 'ja' : 'en')
    return bytesOf(
      jsonAround({ ...problem, ...members }, text, {
        // A preview is nowhere yet where links could lead.
        ...(preview ? { preview: previewMember(preview) } : { links }),
        ...(stale && { stale }),
      }),
    )
  })
  const extension = isNegotiated ? '' : representation.extension
  const pathTo = (query: string) => policyPath(setUp.mount, found.address, extension, query)
  const headers = {
    'Content-Type': isEnded ? 'application/problem+json; charset=utf-8' : representation.mediaType,
    ...freshnessHeaders(found, number !== null && format === 'json', reading),
    ...vary(
      isNegotiated && 'Accept',
      choice.isNegotiated && language !== null && 'Accept-Language',
      found.isLiving && gateVaries,
    ),
    ...editionHeaders(found, edition, language, now),
    Link: linkHeader([
      ...versionLinks(setUp.mount, found),
      ...mementoLinks(found.history, found.moment, pathTo, reading),
      ...alternates(found, edition, language, representation, number, reading),
    ]),
    ...(isFile(format) && acceptsRanges),
    ...(isFile(format) &&
      language !== null &&
      shownAs(edition, language, representation.extension)),
    ...(format === 'html' && { 'Content-Security-Policy': "default-src 'none'" }),
  }
  return {
    ...ok(bytes, headers),
    ...(repeal && { status: 410 }),
    ...basisOf(found.opened.policy.stamp, bytes, found.until, reading),
  }
}

/** What people keep as a file, and not as a page. */
const isFile = (format: Representation['format']) => format === 'pdf' || format === 'docx'

/** The same text in other formats and languages, at the same time; the page; what the JSON means. */
function alternates(
  found: Found,
  edition: EditionHead,
  language: string | null,
  { format, extension }: Representation,
  number: number | null,
  reading: Reading,
): Target[] {
  const { mount } = reading.setUp
  const path = (extension: string, query: string) =>
    number === null
      ? policyPath(mount, found.address, extension, query)
      : editionPath(mount, found.address, number, extension, query)
  const query = queryOf(reading)
  const page = pagePath(mount, found.address, query)
  return [
    ...representations
      .filter((one) => one.format !== format && language !== null)
      .map((one): Target => {
        return { rel: 'alternate', path: path(one.extension, query), type: one.mediaType }
      }),
    ...Object.keys(edition.languages)
      .filter((locale) => locale !== language)
      .map((locale): Target => {
        return {
          rel: 'alternate',
          path: path(extension, queryOf(reading, { locale })),
          language: locale,
        }
      }),
    ...(page !== null && number === null && format !== 'html'
      ? [{ rel: 'alternate', path: page, type: 'text/html' }]
      : []),
    ...(format === 'json' ? [{ rel: 'describedby', path: schemaPath(mount) }] : []),
  ]
}

/** 410: there was a policy, and it was ended on purpose. */
export function repealed({ repeal, edition }: Found): Problem {
  const day = repeal?.effectiveFrom ?? ''
  return {
    status: 410,
    code: 'repealed',
    title: { ja: 'このポリシーは廃止されました', en: 'This policy has been repealed' },
    detail: {
      ja: `このポリシーは ${day} に廃止されました。${edition ? `最後の版は第${edition.number}版です。過去の日付の本文は asOf で読めます。` : ''}`,
      en: `This policy was repealed on ${day}.${edition ? ` Its last edition is no. ${edition.number}; read it as of any earlier day by asOf.` : ''}`,
    },
    members: {
      repeal: repeal && {
        id: repeal.id,
        number: repeal.number,
        effectiveFrom: day,
        summary: repeal.summary,
        sha256: repeal.sha256,
      },
    },
  }
}
