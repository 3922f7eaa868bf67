import { key } from '../../../fold.ts'
import { source } from '../../../law/basis.ts'
import { jointUseManagers } from '../../facts/joint-use-managers.ts'
import type { Rule } from '../../rule.ts'

/** 通則編3-6-3 ⑤: the responsible one is an operator, not somebody in charge within one. */
export const juManagerInternal: Rule = {
  id: 'ju-manager-internal',
  title: {
    ja: '共同利用の責任者が部内の役職',
    en: 'A role within an operator named as responsible',
  },
  severity: 'warning',
  basis: source(
    '個人情報保護法27条5項3号・ガイドライン（通則編）3-6-3 ⑤',
    'APPI 27(5)(iii), guideline 3-6-3',
  ),
  *check(analysis) {
    for (const { manager } of jointUseManagers(analysis)) {
      const [line = ''] = manager.text.split('\n')
      if (namesOperatorAndDesk.test(line)) continue
      const role = roles.exec(key(line).replace(/^[^:]*(?:者|責任)[::は]/u, ''))?.[0]
      if (role === undefined) continue
      yield {
        at: manager,
        message: {
          ja: `共同利用の責任者に、事業者ではなく部内の役職（「${role}」）を挙げています。責任を有する者は、共同利用者のうち一次的な権限をもつ「事業者」です。その事業者の名称・住所・代表者の氏名を書いてください。`,
          en: `A role within the operator (“${role}”) is named as responsible for joint use. The guideline means the operator that has primary authority, not a person in charge within it. State that operator’s name, address and representative.`,
        },
      }
    }
  },
}

/** 株式会社みなと 総務担当: the operator, and whom to ask in it. */
const namesOperatorAndDesk =
  /^(?:株式会社|有限会社|合同会社|[^ \u3000]*法人)[^ \u3000]{1,20}[ \u3000]+[^ \u3000]{0,10}担当(?:者)?$/u

const roles =
  /(?:個人(?:情報|データ)(?:の)?)?(?:保護|管理)(?:統括)?(?:責任者|管理者)|最高(?:情報|プライバシー)[^。、\n]{0,6}責任者|委員長|(?:お?[\p{Script=Han}]{1,10})?(?:部長|室長|課長|本部長|センター長|事務局長|支配人|担当者?)(?![\p{Script=Han}])/u
