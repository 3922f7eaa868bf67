import type { Edition, EditionHead } from '../../core/edition/index.ts'
import { type Answer, headerOf, type RequestHeaders } from '../answer.ts'
import { ReadRefused } from '../problem.ts'

/** A text that is read before its day by who holds a token. */
export type Previewed = {
  readonly kind: 'edition' | 'candidate'
  readonly edition: Edition
  /** The editions of the policy around it; it may be one of them. */
  readonly heads: readonly EditionHead[]
  readonly expiresAt: Date
}

/** What a token grants now. @throws ReadRefused when it grants nothing, or not any more */
export type FindPreviewed = (token: string, now: Date) => Promise<Previewed>

/** Of a reader that shows one preview: what its answers say of it. */
export type PreviewNote = {
  readonly kind: Previewed['kind']
  readonly sha256: string
  readonly expiresAt: string
  /** As the links to other forms of the same preview carry it; null when it came in a header. */
  readonly inLinks: string | null
}

/** In JSON and GraphQL: that this is no edition in force, and how long it can be read. */
export const previewMember = ({ kind, sha256, expiresAt }: PreviewNote) => ({
  kind,
  sha256,
  expiresAt,
})

/**
 * The token of a request: `?preview=`, for links, or `Authorization: Preview`, for programs, which keeps it out of
 * logs. Null where there is none.
 */
export function previewToken(
  url: string,
  headers: RequestHeaders,
): { readonly token: string; readonly isInUrl: boolean } | null {
  const [, scheme, credentials = ''] =
    /^(preview) +(\S+)$/i.exec(headerOf(headers, 'authorization')?.trim() ?? '') ?? []
  if (scheme) return { token: credentials, isInUrl: false }
  if (!url.includes('preview=')) return null
  const token = new URL(url, 'http://localhost').searchParams.get('preview')
  return token === null ? null : { token, isInUrl: true }
}

/** The address and the headers of a request without the token, and without what leads back to an earlier answer. */
export function withoutToken(url: string, headers: RequestHeaders) {
  const bare = new URL(url, 'http://localhost')
  bare.searchParams.delete('preview')
  const { authorization: _, 'if-none-match': __, 'accept-datetime': ___, ...rest } = headers
  return { url: bare.href, headers: rest }
}

/** An answer that nobody keeps, indexes or takes for an edition. */
export function asPreview(answer: Answer, note: PreviewNote | null): Answer {
  const { status, body, headers } = answer
  const {
    ETag: _etag,
    'Last-Modified': _modified,
    'Policy-Edition': _edition,
    'Memento-Datetime': _memento,
    'Surrogate-Key': _key,
    'Cache-Tag': _tag,
    Link: _link,
    ...kept
  } = headers
  return {
    status,
    body,
    headers: {
      ...kept,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex, nofollow',
      // The token in the address stays out of what the page links to.
      'Referrer-Policy': 'no-referrer',
      Vary: 'Authorization',
      // In formats that have no place of their own for it (RFC 9651).
      ...(note && {
        'Policy-Preview': `${note.kind};sha256="${note.sha256}";expires=@${Math.floor(Date.parse(note.expiresAt) / 1000)}`,
      }),
    },
  }
}

export const invalidPreview = (isExpired: boolean) =>
  new ReadRefused({
    status: 401,
    code: isExpired ? 'preview-expired' : 'preview-invalid',
    title: isExpired
      ? { ja: 'プレビューの期限が切れています', en: 'The preview has expired' }
      : { ja: 'プレビューのトークンが無効です', en: 'Not a token for a preview' },
    detail: isExpired
      ? {
          ja: 'このプレビューのリンクは期限が切れています。発行した人に、新しいリンクを求めてください。',
          en: 'This link to a preview has expired. Ask whoever issued it for another.',
        }
      : {
          ja: 'このプレビューのリンクは正しくありません。途中で切れていないか確かめ、発行した人に新しいリンクを求めてください。',
          en: 'This link to a preview is not whole, or was not issued here. Ask whoever issued it for another.',
        },
    headers: { 'WWW-Authenticate': 'Preview' },
  })

export const otherPreview = () =>
  new ReadRefused({
    status: 403,
    code: 'preview-other-policy',
    title: { ja: '別のポリシーのプレビューです', en: 'A preview of another policy' },
    detail: {
      ja: 'このトークンは、別のポリシーのプレビューのものです。発行されたときのアドレスで読んでください。',
      en: 'This token is for a preview of another policy. Read it at the address that it was issued for.',
    },
  })

export const changedPreview = () =>
  new ReadRefused({
    status: 409,
    code: 'preview-changed',
    title: { ja: 'プレビューの対象が変わりました', en: 'What was to be previewed has changed' },
    detail: {
      ja: 'このプレビューが発行されてから、対象の本文、施行日または版の状態が変わりました。新しいプレビューを発行してください。',
      en: 'Since this preview was issued, its text, its day or the standing of its edition has changed. Issue another.',
    },
  })

export const previewHasTime = () =>
  new ReadRefused({
    status: 400,
    code: 'conflicting-parameters',
    title: { ja: '同時に指定できないパラメーターです', en: 'Parameters exclude each other' },
    detail: {
      ja: 'プレビューは一つの本文だけを見せます。asOf、knownAt、seenAt は指定できません。',
      en: 'A preview shows one text. Leave out asOf, knownAt and seenAt.',
    },
  })
