import type { Words } from '../words.ts'

/** The part of an address that names an organisation or a policy. No dot: what follows one is the representation. */
export function slugProblem(value: string): Words | null {
  return value.length <= 64 && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(value)
    ? null
    : {
        ja: 'URL用の名前は、半角の英小文字・数字とその間のハイフンで64字以内にしてください（例: aoba-shoji）。',
        en: 'Use at most 64 lower-case letters and digits with single hyphens between them, such as aoba-shoji.',
      }
}

/** First parts of addresses that the server itself answers. */
const reserved = new Set(['admin', 'api', 'assets', 'healthz', 'readyz', 'static', 'well-known'])

/** An organisation's slug stands first in the address of a page. */
export function organisationSlugProblem(value: string): Words | null {
  return reserved.has(value)
    ? {
        ja: `「${value}」はこのシステムが使うため、URL用の名前にできません。別の名前にしてください。`,
        en: `“${value}” is used by this system. Choose another name.`,
      }
    : slugProblem(value)
}
