import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { jointUseManagers } from '../../facts/joint-use-managers.ts'
import { givesAddress, pointsToDetails } from '../../facts/operator-details.ts'
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
      yield {
        at: manager,
        law: basis,
        message: {
          ja: `共同利用の責任者（「${manager.text}」）の住所が書かれていません。2022年4月1日から、${basis.article.ja}は責任を有する者の住所も求めています。ここに住所を書いてください。`,
          en: `The address of the operator responsible for joint use (“${manager.text}”) is not stated. Since 1 April 2022 ${basis.article.en} asks for it. State it here.`,
        },
      }
    }
  },
}
