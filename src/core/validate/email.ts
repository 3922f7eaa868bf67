import type { Words } from '../words.ts'

/**
 * An e-mail address as printed, half- or full-width; `(at)` and its like may stand for `@`, as texts do against
 * harvesting. The address itself is what RFC 5321 calls a mailbox, without quotes and address literals.
 */
export function emailProblem(value: string): Words | null {
  const address = value
    .normalize('NFKC')
    .trim()
    .replace(
      /\s*(?:[([{<【〔]\s*(?:at|アット|アットマーク|@)\s*[)\]}>】〕]|[★☆●◎◆■＊*]at[★☆●◎◆■＊*])\s*/i,
      '@',
    )
  return isMailbox(address)
    ? null
    : {
        ja: 'メールアドレスは「privacy@example.co.jp」のように入力してください。',
        en: 'Enter the e-mail address in the form privacy@example.co.jp.',
      }
}

function isMailbox(address: string): boolean {
  const [local = '', domain = '', ...more] = address.split('@')
  return (
    more.length === 0 &&
    local.length <= 64 &&
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local) &&
    domain.length <= 253 &&
    /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i.test(domain)
  )
}
