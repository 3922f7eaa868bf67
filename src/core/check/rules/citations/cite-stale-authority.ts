import { appi } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'
import { clauseAround } from '../../text/around.ts'

/** Since 2017-05-30 it is the Commission that accredits bodies and takes reports (47条, 150条). */
const since = '2017-05-30'
const one = '(?:主務|経済産業|総務|厚生労働|国土交通|内閣総理|農林水産|文部科学|財務|金融)大臣'
/** 経済産業大臣及び総務大臣: those who did it together are one. */
const minister = new RegExp(`${one}(?:(?:及び|および|並びに|又は|または|、|・)${one})*`, 'gu')
const accredits =
  /認定個人情報保護団体|(?:個人情報保護法|個人情報の保護に関する法律)[^。]{0,40}認定/u

export const citeStaleAuthority: Rule = {
  id: 'cite-stale-authority',
  title: { ja: '認定などをする機関', en: 'Who accredits bodies' },
  severity: 'error',
  basis: appi('47-1'),
  *check({ sentences, text }, { day }) {
    if (day < since) return
    for (const sentence of sentences) {
      if (!accredits.test(sentence.text)) continue
      for (const match of sentence.text.matchAll(minister)) {
        const start = sentence.start + match.index
        const at = { start, end: start + match[0].length }
        const behind = sentence.text.slice(match.index + match[0].length)
        if (
          !/^(?:の|が|から|より|により|による)?、?(?:(?!及び|および|並びに|又は|または)[^、。]){0,8}認定/u.test(
            behind,
          )
        )
          continue
        const clause = clauseAround(text, at)
        yield {
          at,
          evidence: [match[0], text.slice(clause.start, clause.end)],
          message: {
            ja: `認定個人情報保護団体を認定するのは、2017年5月30日から個人情報保護委員会です。「${match[0]}」を「個人情報保護委員会」に改めてください。`,
            en: `Since 2017-05-30 it is the Personal Information Protection Commission that accredits these bodies. Change 「${match[0]}」 to 「個人情報保護委員会」.`,
          },
          fix: '個人情報保護委員会',
        }
      }
    }
  },
}
