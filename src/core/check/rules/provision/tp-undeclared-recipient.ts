import type { SectionKind } from '../../../document.ts'
import { fold } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import type { Passage } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'
import { matchesIn } from '../../search.ts'

/** A company that gets or matches data, of which the text says neither consent nor entrustment nor joint use. */
export const tpUndeclaredRecipient: Rule = {
  id: 'tp-undeclared-recipient',
  title: { ja: '根拠の書かれていない提供先', en: 'Recipients without a ground' },
  severity: 'warning',
  basis: appi('27-1', '31-1'),
  isQuestion: true,
  *check(analysis) {
    const own = analysis.document.organisation.legalName.replace(/\s/gu, '')
    const seen = new Set<string>()
    for (const passage of analysis.passages) {
      if (passage.kind !== 'paragraph' && passage.kind !== 'item') continue
      if (isDeclared(passage) || !passes.test(passage.key) || grounded.test(passage.key)) continue
      for (const { start, end, text: name } of matchesIn(passage, company)) {
        if (explains.test(fold(analysis.text.slice(end, end + 60)))) continue
        if (seen.has(name) || (own !== '' && own.includes(name.replace(/\s/gu, '')))) continue
        seen.add(name)
        yield {
          at: { start, end },
          message: {
            ja: `「${name}」に利用者の情報が渡る、又はそこで照合されると読めますが、同意・委託・共同利用のどれによるかが書かれていません。提供の根拠を確かめて書いてください。`,
            en: `Data seems to go to “${name}”, or to be matched there, but the text names no ground: consent, entrustment or joint use. Find out which it is, and state it.`,
          },
        }
      }
    }
  },
}

const declared: readonly SectionKind[] = [
  'jointUse',
  'entrustment',
  'accreditedOrganisation',
  'contact',
  'complaints',
  'foreignTransfer',
  'cookies',
  'definitions',
  'scope',
]
const isDeclared = ({ section }: Passage) =>
  section !== null && declared.includes(section.node.kind)
const passes =
  /(?:情報|データ)[^。]{0,60}(?:を|が)[^。]{0,40}(?:(?<!ご)提供(?:し(?:ます|て|、)|いたし|致し|する|され)|送信(?:し|いたし|する|され)|共有(?:し|いたし|する|され)|照合(?:し|する)|突合|連携(?:し|する)|開示(?:し|いたし|する))/u
/** Stands in what explains a term: 青海グループ（青海株式会社及びその子会社をいいます）. */
const explains = /^[^()]{0,40}をい(?:い|う)/u
const grounded =
  /同意|承諾|委託|共同(?:して)?利用|オプトアウト|第三者(?:に|へ)(?:は)?提供(?:は|いた|し)(?:しま|ま)せん|ません。?$|統計/u
const company =
  /(?:株式会社|合同会社|有限会社|(?:一般|公益)(?:社団|財団)法人)[\p{Script=Han}\p{Script=Katakana}ぁ-んーA-Za-z0-9&・]{2,24}?(?=[がにをとのはへ](?![ぁ-ん])|から|[、。()「」]|$)|[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9&・]{2,24}(?:株式会社|合同会社)(?![\p{Script=Han}\p{Script=Katakana}])|[A-Z][A-Za-z0-9&.]{1,24}(?:LLC|Inc\.?|Corp(?:oration)?\.?|Ltd\.?|GmbH)/gu
