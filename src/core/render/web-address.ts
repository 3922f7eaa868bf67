const linkable = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address that a link may lead to, or null. Only absolute http, https, mailto and tel: whatever else stands in a
 * policy (`javascript:`, `data:`, a relative path) is text. Spelled as a browser reads it, so that what is checked
 * here is what is followed there.
 */
export function linkTarget(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return linkable.has(protocol) ? href : null
}

/** Where a printed contact field leads: its e-mail, its telephone, its page; null for an address or a name. */
export function fieldTarget(field: string, printed: string): string | null {
  const text = printed.normalize('NFKC').trim()
  switch (field) {
    case 'email':
      return mailTarget(text)
    case 'tel':
    case 'tollFree':
      return telephoneTarget(text)
    case 'url':
      return /^https?:/i.test(text) ? linkTarget(text) : null
    default:
      return null
  }
}

/** One plain address (RFC 6068): nothing in it may add a subject or a second recipient. */
function mailTarget(text: string): string | null {
  const match = /^([\w.!#$%&'*+/=?^`{|}~-]+)@([a-z\d-]+(?:\.[a-z\d-]+)+)$/i.exec(text)
  return match ? `mailto:${encodeURIComponent(match[1] ?? '')}@${match[2]}` : null
}

/** A whole number and nothing but: 10 or 11 digits within Japan, or one with its country (RFC 3966). */
function telephoneTarget(text: string): string | null {
  const digits = text.replaceAll(/[\s().\-‐‑‒–—―−ー]/g, '')
  return /^(?:0\d{9,10}|\+\d{8,15})$/.test(digits) ? `tel:${digits}` : null
}
