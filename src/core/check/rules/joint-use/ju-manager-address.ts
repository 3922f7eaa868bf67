import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { jointUseManagers } from '../../facts/joint-use-managers.ts'
import { givesAddress, pointsToDetails, statedAddressOf } from '../../facts/operator-details.ts'
import type { Rule } from '../../rule.ts'

/** Asked for since 2022-04-01, in the very text on joint use: what another page of the operator says does not count. */
export const juManagerAddress: Rule = {
  id: 'ju-manager-address',
  title: { ja: '共同利用の責任者の住所', en: 'Address of the operator responsible for joint use' },
  severity: 'error',
  basis: appi('27-5-3'),
  *check(analysis, { law, day }) {
    if (!law.jointUseFactsOn(day).some(({ id }) => id === 'managerAddress')) return
    const basis = appiOn(day, '27-5-3')
    for (const { use, manager } of jointUseManagers(analysis)) {
      if (givesAddress(use.key) || pointsToDetails(manager.key)) continue
      const isOnlyElsewhere = statedAddressOf(analysis, manager.text)
      yield {
        at: manager,
        law: basis,
        ...(isOnlyElsewhere && { severity: 'warning' as const, isQuestion: true }),
        message: isOnlyElsewhere
          ? {
              ja: `共同利用の責任者（「${manager.text}」）の住所は、この文書の別の箇所にありますが、共同利用の記載にはありません。${basis.article.ja}の事項がひと目で分かるように、ここにも書くか、書いてある箇所を示してください。`,
              en: `The address of the operator responsible for joint use (“${manager.text}”) stands elsewhere in this text, but not with the joint use. State it here too, or say where it stands, so that what ${basis.article.en} asks for is seen together.`,
            }
          : {
              ja: `共同利用の責任者（「${manager.text}」）の住所が書かれていません。2022年4月1日から、${basis.article.ja}は責任を有する者の住所も求めています。ここに住所を書いてください。`,
              en: `The address of the operator responsible for joint use (“${manager.text}”) is not stated. Since 1 April 2022 ${basis.article.en} asks for it. State it here.`,
            },
      }
    }
  },
}
