import type { Node } from '../../../document.ts'
import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import type { Analysis } from '../../analysis.ts'
import { exceptionsOf } from '../../facts/exceptions.ts'
import { jointUses } from '../../facts/joint-uses.ts'
import type { Draft, Rule } from '../../rule.ts'
import { says } from '../../search.ts'

/** Joint use named among the exceptions, and nowhere said what is used jointly, by whom and why. */
export const juConcrete: Rule = {
  id: 'ju-concrete',
  title: { ja: '共同利用の具体的な記載', en: 'Particulars of joint use' },
  severity: 'error',
  basis: appi('27-5-3'),
  *check(analysis, { day }) {
    if (jointUses(analysis).length > 0) return
    if (analysis.of('jointUsePartner').length > 0 || analysis.of('jointUseStatement').length > 0)
      return
    yield* byTheWay(analysis, day)
    const basis = appiOn(day, '27-5-3')
    const exceptions = new Set(exceptionsOf.provision(analysis).map(({ node }): Node => node))
    const apart =
      says(analysis, annexOfLaw) ||
      says(
        analysis,
        spoken,
        ({ node, key, kind }) =>
          kind !== 'heading' && !exceptions.has(node) && !isException.test(key),
      )
    for (const one of exceptionsOf.provision(analysis)) {
      if (one.node.basis !== 'appi-27-5-3' || elsewhere.test(one.key)) continue
      yield {
        at: one,
        law: basis,
        ...(apart && { severity: 'warning' as const, isQuestion: true }),
        message: apart
          ? {
              ja: `共同利用を例外に挙げていますが、共同利用の事項がまとまった形では見当たりません。${basis.article.ja}の事項（項目、利用者の範囲、利用目的、責任を有する者）が、この文面か別紙にすべて書かれているかを確かめてください。`,
              en: `Joint use is listed as an exception, and no part of this text says what it is. See that this text, or an annex, states all that ${basis.article.en} asks for: items, range of users, purposes, and the operator responsible.`,
            }
          : {
              ja: `共同利用を例外に挙げていますが、共同利用の内容がどこにも書かれていません。共同利用をするなら、${basis.article.ja}の事項（項目、利用者の範囲、利用目的、責任を有する者）を書いてください。しないなら、この例外を削除してください。`,
              en: `Joint use is listed as an exception, but nothing says what it is. If there is any, state what ${basis.article.en} asks for: items, range of users, purposes, and the operator responsible. If there is none, delete the exception.`,
            },
      }
    }
  },
}

/** 第三者との間で共同利用する場合には、…監督を行います: joint use by the way, and nothing of what it is. */
function* byTheWay(analysis: Analysis, day: string): Generator<Draft> {
  const exceptions = exceptionsOf.provision(analysis)
  if (exceptions.some(({ node }) => node.basis === 'appi-27-5-3') || says(analysis, annexOfLaw))
    return
  if (says(analysis, particulars)) return
  const sentence = analysis.sentences.find(
    ({ key, passage }) =>
      passage.kind !== 'heading' &&
      passage.node.type !== 'exceptionClause' &&
      used.test(key) &&
      !elsewhere.test(key) &&
      !/ません|しない|通知|公表|明示|同意/u.test(key),
  )
  const at = sentence && used.exec(sentence.text)
  if (!sentence || !at) return
  const law = appiOn(day, '27-5-3')
  const start = sentence.start + at.index
  yield {
    at: { start, end: start + at[0].length },
    evidence: [at[0], sentence.text],
    severity: 'warning',
    isQuestion: true,
    law,
    message: {
      ja: `共同利用することがあるとしていますが、共同利用の内容が見当たりません。共同利用をするなら、${law.article.ja}の事項（項目、利用者の範囲、利用目的、責任を有する者）を書いてください。しないなら、「共同利用」の語を除いてください。`,
      en: `The text says that data may be used jointly, and nothing says what that is. If it is so, state what ${law.article.en} asks for: items, range of users, purposes, and the operator responsible. If it is not, take the words out.`,
    },
  }
}
const particulars =
  /共同(?:して|で)?利用(?:する|される|の)(?:情報|個人|項目|データ|者|範囲|目的|相手)/u
const used = /共同(?:して)?(?:で)?利用(?:し、|する(?:場合|こと)|します|いたします|させていただ)/u

/** Joint use, or those among whom it may be, spoken of elsewhere. */
const spoken =
  /共同(?:して|で)?(?:の)?利用|グループ(?:会社|企業|各社|内)[^。]{0,40}(?:利用|共有|提供)/u
const isException = /共同して利用する場合であって|共同利用(?:する|を行う)?場合/u

/** 別紙「個人情報の保護に関する法律に基づく公表事項」 */
const annexOfLaw = /別[紙添表][^。]{0,40}(?:公表|共同利用)/u

/** …（詳細は当社ウェブサイトに掲載しています）; 第8条に定める共同利用 */
const elsewhere =
  /別途|別に|別紙|下記|以下|後記|第[0-9一二三四五六七八九十]+条|こちら|(?:サイト|ページ|URL)|公表(?:して|する)(?:いる|おり)|に(?:記載|掲げ|定め|示)(?:し)?(?:た|る|ている)共同利用|行いません|しません/u
