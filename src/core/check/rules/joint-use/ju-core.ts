import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { listed } from '../../enumerated.ts'
import { type JointUsePlace, statedJointUses } from '../../facts/joint-uses.ts'
import type { Rule } from '../../rule.ts'

/** Range of users, purposes, and the operator responsible: without one of them data goes to a third party. */
export const juCore: Rule = {
  id: 'ju-core',
  title: {
    ja: '共同利用の範囲・目的・責任者',
    en: 'Range, purposes and responsibility of joint use',
  },
  severity: 'error',
  basis: appi('27-5-3'),
  *check(analysis, { law, day }) {
    const basis = appiOn(day, '27-5-3')
    for (const use of statedJointUses(analysis)) {
      const missing = law.jointUseFactsOn(day).filter(({ id }) => lacks(use, id))
      if (missing.length === 0) continue
      const names = listed(missing.map(({ words }) => words))
      yield {
        at: use.section.heading,
        law: basis,
        message: {
          ja: `共同利用について、${names.ja}が書かれていません。欠けていると共同利用とは扱われず、本人の同意が必要な第三者提供になります（${basis.article.ja}）。書き加えてください。`,
          en: `The text on joint use does not state ${names.en}. Without it this is no joint use but provision to third parties, which needs consent (${basis.article.en}). Add it.`,
        },
      }
    }
  },
}

function lacks(use: JointUsePlace, id: string): boolean {
  if (id === 'scope') return use.scope.length === 0
  if (id === 'purposes') return use.purposes.length === 0
  return id === 'manager' && use.manager === null && !/責任|管理者/u.test(use.key)
}
