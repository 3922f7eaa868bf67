import { key } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'
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
