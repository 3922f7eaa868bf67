import { appi, source } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { jointUseTopicOf } from '../../../parse/joint-use.ts'
import {
  isPartOfOther,
  isToldApart,
  type JointUsePlace,
  statedJointUses,
} from '../../facts/joint-uses.ts'
import type { Rule } from '../../rule.ts'
import { matchesIn } from '../../search.ts'

/** The items of data that are used jointly: listed, and closed (通則編3-6-3 ②). */
export const juItems: Rule = {
  id: 'ju-items',
  title: { ja: '共同利用するデータの項目', en: 'Items of data used jointly' },
  severity: 'error',
  basis: appi('27-5-3'),
  *check(analysis, { day }) {
    const basis = appiOn(day, '27-5-3')
    for (const use of statedJointUses(analysis)) {
      if (use.items.length === 0) {
        const isNowhere = statedJointUses(analysis).every(({ items }) => items.length === 0)
        if (isToldApart(analysis) || (isPartOfOther(analysis) && !(isNowhere && isOwn(use))))
          continue
        yield {
          at: use.section.heading,
          law: basis,
          message: {
            ja: `共同利用する個人データの項目が書かれていません。${basis.article.ja}のとおり、「氏名、住所、電話番号」のように項目を挙げてください。`,
            en: `The items of data that are used jointly are not stated. List them, as ${basis.article.en} asks: name, address, telephone number.`,
          },
        }
        continue
      }
      for (const passage of use.passages) {
        if (passage.kind === 'heading' || /目的/u.test(passage.section?.node.heading ?? ''))
          continue
        for (const { start, end, text } of matchesIn(passage, openEnded))
          yield {
            at: { start, end },
            severity: 'warning',
            law: source(
              '個人情報保護法27条5項3号・ガイドライン（通則編）3-6-3',
              'APPI 27(5)(iii), guideline 3-6-3',
            ),
            message: {
              ja: `共同利用する項目が「${text}」と開かれていて、何が共同利用されるのか本人に分かりません。項目を具体的に挙げ切ってください。`,
              en: `The items are left open by “${text}”, so people cannot tell what is used jointly. List the items in full.`,
            },
          }
      }
    }
  },
}

/** A description by itself, and no part of one: it has a purpose and whom it is shared with. */
const isOwn = ({ section, scope, purposes }: JointUsePlace) =>
  jointUseTopicOf(section.node.heading) === null && scope.length > 0 && purposes.length > 0

/** その他当協会が必要と認めた情報, その他…のために必要な情報, その他関連する情報 */
const openEnded =
  /その他の?[^。、(]{0,40}?(?:必要(?:と|な|に|が|で|の)|認め(?:る|た|られ)|関連(?:する|した)|一切の|付随)[^。、]{0,30}?(?:情報|事項|データ|項目)|(?:一切|すべて|全て)の(?:個人)?(?:情報|データ)(?=。|$|です|とします)/gu
