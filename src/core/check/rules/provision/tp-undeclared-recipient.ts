import type { SectionKind } from '../../../document.ts'
import { fold, squash } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import type { Analysis, Passage } from '../../analysis.ts'
import type { Draft, Rule } from '../../rule.ts'
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
    yield* ofClass(analysis)
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

/** 関係会社、取引先に提供する場合があります: others than the operator, whoever they are, and no ground anywhere near. */
function* ofClass(analysis: Analysis): Generator<Draft> {
  for (const { key, passage, start, end } of analysis.sentences) {
    if (passage.kind !== 'paragraph' && passage.kind !== 'item') continue
    if (!toOthers.test(key) || isDeclared(passage) || grounded.test(key) || lawful.test(key))
      continue
    const { section } = passage
    const said = section ? squash(analysis.text.slice(section.start, section.end)) : key
    if (passage.node.type === 'exceptionClause' || /同意|委託|共同|除[いき]|例外/u.test(said))
      continue
    yield {
      at: { start, end },
      message: {
        ja: '自社のほかの事業者に個人情報を提供すると読めますが、同意・委託・共同利用のどれによるかが書かれていません。提供の根拠を確かめて書いてください。',
        en: 'Data seems to go to others than the operator, but the text names no ground: consent, entrustment or joint use. Find out which it is, and state it.',
      },
    }
    return
  }
}
const toOthers =
  /(?:情報|データ)[^。]{0,30}(?:関係会社|関連会社|グループ(?:会社|企業|各社)|子会社|親会社|提携(?:会社|企業|先|店|医療機関)|協力(?:会社|企業|業者)|取引先|加盟店|代理店|スポンサー|パートナー)[^。]{0,30}(?:に|へ|と)[^。]{0,12}(?:(?<!ご)提供|開示|共有)(?:し(?:ます|て|、)|いたし|致し|する(?:場合|こと)|され)/u
const lawful = /法令|本人の(?:依頼|希望|求め)|配送|決済|匿名/u

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
