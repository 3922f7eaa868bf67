import { type PolicyDocument, type Section, textOf } from '../../document.ts'
import { placesOf, type Rule } from './duty.ts'

export const optOut: Rule = {
  articles: [{ article: '27', paragraph: '3' }],
  asks: ['filing', 'notify', 'publish'],
  when: 'before',
  reason: {
    ja: 'オプトアウトによる第三者提供について届け出た事項を変更するときは、あらかじめ（氏名、名称、住所、代表者の氏名の変更及び提供の終了は遅滞なく）、本人に通知するか容易に知り得る状態に置くとともに、個人情報保護委員会に届け出なければなりません。',
    en: 'Where what was filed on provision by opt-out changes, this must be notified or made readily accessible, and filed with the Personal Information Protection Commission, beforehand (name, address, representative and the end of provision: without delay).',
  },
  applies: (comparison) => {
    const { before, after } = comparison.matching
    const sections = new Set([...optOutIn(before), ...optOutIn(after)])
    return placesOf(comparison, ({ of, how, where }) => {
      const isFormal = of === 'section' && (how === 'moved' || how === 'renumbered')
      const isThere = [where.before, where.after].some((id) => id !== null && sections.has(id))
      return isThere && !isFormal
    })
  },
}

/** Sections that provide data until the person objects (27条2項). */
function optOutIn(document: PolicyDocument): string[] {
  const found: string[] = []
  const walk = ({ children }: PolicyDocument | Section) => {
    for (const child of children) {
      if (child.type !== 'section') continue
      const own = child.children
        .filter(({ type }) => type !== 'section')
        .map(textOf)
        .join('\n')
      if (child.kind === 'thirdPartyProvision' && byOptOut.test(own)) found.push(child.id)
      walk(child)
    }
  }
  walk(document)
  return found
}

const byOptOut =
  /オプトアウト|(?:27|２７|二十七)条第?[2２二]項|提供を停止することとしている|個人情報保護委員会に届け出|opt(?:ing)?[- ]?out/iu
