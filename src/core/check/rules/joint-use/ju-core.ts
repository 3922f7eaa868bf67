import { key } from '../../../fold.ts'
import { appi, type LawBasis } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { listed as enumerated } from '../../enumerated.ts'
import {
  isPartOfOther,
  isToldApart,
  type JointUsePlace,
  statedJointUses,
} from '../../facts/joint-uses.ts'
import type { Draft, Rule } from '../../rule.ts'
import { isPlaceholder } from '../../text/placeholders.ts'

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
    const isComplete = isToldApart(analysis) || isPartOfOther(analysis)
    for (const use of statedJointUses(analysis)) {
      const missing = law.jointUseFactsOn(day).filter(({ id }) => lacks(use, id))
      yield* vague(use, analysis.text, basis)
      if (missing.length === 0 || isComplete) continue
      const names = enumerated(missing.map(({ words }) => words))
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
  if (id !== 'manager') return false
  if (use.manager !== null) return isPlaceholder(use.manager.text)
  return !/責任|管理者/u.test(use.key) || unfilled.test(use.passages.at(-1)?.key ?? '')
}

/** 管理責任者： and nothing behind it. */
const unfilled =
  /^[^。]{0,24}(?:責任者|管理者|責任を有する者)(?:の?(?:氏名|名称))?(?:又は名称)?[::]$/u

/** 提携企業, その他の団体: nobody can tell from the words up to where data goes (通則編3-6-3 ③). */
function* vague({ scope }: JointUsePlace, text: string, law: LawBasis): Generator<Draft> {
  for (const { start, end } of scope) {
    const words = text.slice(start, end).trim()
    const said = key(words)
    if (said.length > 120 || listed.test(said)) continue
    const open = openEnded.exec(said)?.[0]
    if (open === undefined) continue
    yield {
      at: { start, end },
      severity: 'warning',
      isQuestion: true,
      law,
      message: {
        ja: `共同利用者の範囲が「${open}」で終わっていて、どこまで利用されるのか本人に分かりません。共同利用者を挙げ切るか、一覧の場所を示してください。`,
        en: `The range of joint users ends in “${open}”, so people cannot tell how far their data goes. Name all of them, or say where they are listed.`,
      },
    }
    return
  }
}
const listed = /一覧|掲載|ホームページ|サイト|以下|下記|次の|https?:|別紙|「[^」]*」/u
const openEnded =
  /(?<=(?:範囲|利用(?:する)?者|利用先)(?:の範囲)?[::].*)(?:(?:及び|および|並びに|、|・)(?:提携|協力|関係|取引)(?:企業|会社|先|団体|業者|各社)(?:等|など)?|(?:企業|会社|団体|法人|業者|連合会)(?:等|など))$/u
