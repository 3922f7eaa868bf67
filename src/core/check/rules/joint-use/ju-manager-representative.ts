import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { jointUseManagers } from '../../facts/joint-use-managers.ts'
import { givesRepresentative, pointsToDetails } from '../../facts/operator-details.ts'
import type { Rule } from '../../rule.ts'

/** Asked for since 2022-04-01, in the very text on joint use: what another page of the operator says does not count. */
export const juManagerRepresentative: Rule = {
  id: 'ju-manager-representative',
  title: {
    ja: '共同利用の責任者の代表者',
    en: 'Representative of the operator responsible for joint use',
  },
  severity: 'error',
  basis: appi('27-5-3'),
  *check(analysis, { law, day }) {
    if (!law.jointUseFactsOn(day).some(({ id }) => id === 'managerRepresentative')) return
    const basis = appiOn(day, '27-5-3')
    for (const { use, manager } of jointUseManagers(analysis)) {
      if (givesRepresentative(use.key) || pointsToDetails(manager.key)) continue
      yield {
        at: manager,
        law: basis,
        message: {
          ja: `共同利用の責任者（「${manager.text}」）の代表者の氏名が書かれていません。2022年4月1日から、${basis.article.ja}は、法人ならその代表者の氏名も求めています。ここに役職と氏名を書いてください。`,
          en: `The representative of the operator responsible for joint use (“${manager.text}”) is not named. Since 1 April 2022 ${basis.article.en} asks for the name of a corporation’s representative. State it here.`,
        },
      }
    }
  },
}
