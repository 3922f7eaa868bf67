import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { jointUseManagers } from '../../facts/joint-use-managers.ts'
import {
  givesRepresentative,
  pointsToDetails,
  statedRepresentativeOf,
} from '../../facts/operator-details.ts'
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
      const isOnlyElsewhere = statedRepresentativeOf(analysis, manager.text)
      yield {
        at: manager,
        law: basis,
        ...(isOnlyElsewhere && { severity: 'warning' as const, isQuestion: true }),
        message: isOnlyElsewhere
          ? {
              ja: `共同利用の責任者（「${manager.text}」）の代表者の氏名は、この文書の別の箇所にありますが、共同利用の記載にはありません。${basis.article.ja}の事項がひと目で分かるように、ここにも書くか、書いてある箇所を示してください。`,
              en: `The name of the representative of the operator responsible for joint use (“${manager.text}”) stands elsewhere in this text, but not with the joint use. State it here too, or say where it stands, so that what ${basis.article.en} asks for is seen together.`,
            }
          : {
              ja: `共同利用の責任者（「${manager.text}」）の代表者の氏名が書かれていません。2022年4月1日から、${basis.article.ja}は、法人ならその代表者の氏名も求めています。ここに役職と氏名を書いてください。`,
              en: `The representative of the operator responsible for joint use (“${manager.text}”) is not named. Since 1 April 2022 ${basis.article.en} asks for the name of a corporation’s representative. State it here.`,
            },
      }
    }
  },
}
