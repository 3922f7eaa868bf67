import { key } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import type { Analysis } from '../../analysis.ts'
import type { Draft, Rule } from '../../rule.ts'
import { recordsOf } from './purpose-records.ts'

/** Ends in getting hold of data; what follows 資格の or 同意の is no data. */
const acquisition =
  /(?<!(?:資格|免許|許可|許認可|認可|認証|特許|商標|権利|同意|了解|了承|承諾|承認|単位|不動産|土地|物件|株式|資産|チケット|予約|データ分析|ポイント)の?)(?:収集|取得|入手)(?:する|を行う|すること|を行うこと)?(?:ため|場合|とき)?$/u

export const purposeNotAPurpose: Rule = {
  id: 'purpose-not-a-purpose',
  title: { ja: '利用目的でない項目', en: 'Items that are no purposes' },
  severity: 'warning',
  basis: appi('17-1'),
  *check(analysis) {
    yield* cases(analysis)
    for (const { node, printed } of recordsOf(analysis)) {
      if (!acquisition.test(key(node.text).replace(/[。.]$/u, ''))) continue
      yield {
        at: printed,
        message: {
          ja: `「${node.text.trim()}」は取得のことをいい、利用目的になっていません。取得した情報を何に利用するのかを書くか、この一覧から外してください。`,
          en: `“${node.text.trim()}” speaks of acquiring data, not of using it. Say what the data is used for, or take the item out of the list.`,
        },
      }
    }
  },
}

/** 法令に基づく場合, 同意を得た場合 among purposes: when data may be used, and not what for. */
function* cases(analysis: Analysis): Generator<Draft> {
  const all = recordsOf(analysis)
  const found = all.filter(({ node }) => isCase.test(key(node.text).replace(/[。.]$/u, '')))
  const [first] = found
  // Where they are many, it is a list of them.
  if (!first || found.length * 2 > all.length || all.length < 3) return
  for (const { node, printed } of found) {
    const lead = analysis.text.slice(Math.max(0, printed.start - 200), printed.start)
    if (/除[いきく]|以外|超え|例外|同意(?:なく|を得ずに|なしに)/u.test(lead)) continue
    yield {
      at: printed,
      message: {
        ja: `「${node.text.trim()}」は、どのような場合に利用や提供ができるかをいうもので、利用目的になっていません。何のために利用するのかを書くか、この一覧から外してください。`,
        en: `“${node.text.trim()}” says when data may be used or provided, not what for. State the use, or take the item out of the list.`,
      },
    }
  }
}
const isCase =
  /^(?:その他)?(?:法令|法律)(?:等)?(?:に(?:基づ|もとづ|より|よる|従)|で)[^。]*(?:場合|とき)$|^[^。]{0,24}同意(?:を(?:得|いただ|頂)[^。]{0,4}|がある|した)(?:場合|とき)$/u
