import { appi, source } from '../../../law/basis.ts'
import type { Passage } from '../../analysis.ts'
import { holding } from '../../reading-order.ts'
import type { Rule } from '../../rule.ts'
import { matches } from '../../search.ts'

/** 「開示いたします」 where the Act lets an operator provide, but does not make it; and 開示 for what the Act calls 提供. */
export const tpCategoricalDisclosure: Rule = {
  id: 'tp-categorical-disclosure',
  title: { ja: '「開示します」という断定', en: '“Will disclose” for “may provide”' },
  severity: 'warning',
  basis: appi('27-1'),
  *check(analysis) {
    for (const { start, end, groups } of matches(analysis, categorical, isOnProvision)) {
      const verb = groups[1] ?? ''
      const from = end - verb.length
      yield {
        at: analysis.text.slice(from, end).includes('\n') ? { start, end } : { start: from, end },
        message: {
          ja: `例外に当たれば必ず提供すると断定しています（「${verb}」）。法律は同意なしに提供できるとするだけなので、「提供することがあります」としてください。`,
          en: `The text says that in these cases data will be provided (“${verb}”). The Act only allows it without consent: write “提供することがあります” (may provide).`,
        },
      }
    }
    for (const { start, end, text } of matches(analysis, disclosedToThird, isOnProvision)) {
      if (isOnStatistics(holding(analysis.sentences, { start, end })?.key ?? '')) continue
      yield {
        at: { start, end },
        severity: 'info',
        law: source('個人情報保護法27条1項・33条1項（用語）', 'APPI 27(1), 33(1), terms'),
        message: {
          ja: `第三者への提供を「開示」と呼んでいます（「${text}」）。法律では、第三者には「提供」、本人には「開示」です。「提供」にそろえてください。`,
          en: `Provision to a third party is called 開示 (“${text}”). The Act uses 提供 for third parties and 開示 for the person. Write 提供.`,
        },
      }
    }
  },
}

/** …の場合は、同意なく開示いたします。 and no 開示することがあります. */
const categorical =
  /(?:場合|とき)(?:に)?(?:は|には|においては)、?[^。、]{0,16}(?:同意(?:なく|なしに|を得ず(?:に)?|を得ることなく|を得ないで))、?[^。]{0,24}?((?:開示|提供)(?:いたします|致します|します|を行います|するものとします))/gu
const disclosedToThird =
  /第三者(?:に|へ)(?:対し(?:て)?)?、?(?:個人(?:情報|データ)(?:等)?を)?開示(?!(?:・|、|又は|または|及び|および|もしくは|若しくは|や|ないし|と)(?:提供|漏|公開|預|譲渡|販売|共有|貸与|利用))(?!請求|等|の請求)/gu

/** 統計資料につきましては、第三者に開示、公表します: no personal data. */
const isOnStatistics = (key: string) =>
  /^[^、。]{0,12}(?:統計(?:的な|的に)?(?:資料|情報|データ)|匿名加工情報)(?:につ|は|を)/u.test(key)

const isOnProvision = ({ section }: Passage) =>
  section === null || !['disclosure', 'procedure', 'correction'].includes(section.node.kind)
