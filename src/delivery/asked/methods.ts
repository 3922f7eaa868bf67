import type { Words } from '../../core/words.ts'
import { quoted, ReadRefused } from '../problem.ts'
import type { Route } from './routes.ts'

/** The methods that a path takes, as `Allow` lists them (RFC 9110, 10.2.1). */
export type Methods = 'GET, HEAD, OPTIONS' | 'GET, HEAD, POST, OPTIONS' | 'POST, OPTIONS'

/** Of a path that is only read, or that names nothing. */
export const readOnly: Methods = 'GET, HEAD, OPTIONS'
/** Of a path that is not read at all. */
export const writeOnly: Methods = 'POST, OPTIONS'

/**
 * What may be done at a path of the API. Reading is the reader's; to publish at the list of editions, to restore an
 * edition, to import a text, to mend one and to issue a preview are POSTs, which the host answers.
 */
export function methodsAt(pathname: string, route: Route | null): Methods {
  if (route?.to === 'editions' && route.extension === '') return 'GET, HEAD, POST, OPTIONS'
  return route === null && written.test(pathname) ? writeOnly : readOnly
}

const written = /\/[^/]+\/[^/]+\/(?:editions\/[^/]+\/restore|fix|import|previews)\/?$/

/** What members of the organisation read, and no reader answers: of a working copy. */
export const isForMembers = (url: string) => membersOnly.test(url)

const membersOnly =
  /\/privacy-policies\/[^/?]+\/[^/?]+\/(?:changes|check|compare|duties)\/?(?:\?|$)/

/** 405, with what the path takes instead. */
export function methodRefused(method: string, methods: Methods): ReadRefused {
  const instead = remedies[methods]
  return new ReadRefused({
    status: 405,
    code: 'method-not-allowed',
    title: { ja: 'このメソッドは使えません', en: 'Method not allowed' },
    detail: {
      ja: `${quoted(method)} は受け付けません。${instead.ja}`,
      en: `${quoted(method)} is not accepted here. ${instead.en}`,
    },
    headers: { Allow: methods },
  })
}

const remedies: { readonly [M in Methods]: Words } = {
  'GET, HEAD, OPTIONS': { ja: 'GET または HEAD で読んでください。', en: 'Read by GET or HEAD.' },
  'GET, HEAD, POST, OPTIONS': {
    ja: 'GET または HEAD で読むか、POST で公表してください。',
    en: 'Read by GET or HEAD, or publish by POST.',
  },
  'POST, OPTIONS': {
    ja: 'ログインして POST で送ってください。',
    en: 'Sign in, and send a POST.',
  },
}
