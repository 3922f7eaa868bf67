import { appi, source } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import type { Words } from '../../../words.ts'
import { listed } from '../../enumerated.ts'
import { exceptionsOf } from '../../facts/exceptions.ts'
import type { Rule } from '../../rule.ts'

/** A list of the exceptions of 27条1項 that left one of them out. An operator may promise more; mostly it is an oversight. */
export const tpPartialList: Rule = {
  id: 'tp-partial-list',
  title: { ja: '第三者提供の例外の列挙', en: 'List of the exceptions from consent' },
  severity: 'warning',
  basis: source('個人情報保護法27条1項（実務上の列挙）', 'APPI 27(1), practice'),
  isQuestion: true,
  *check(analysis, { day }) {
    const listedHere = exceptionsOf.provision(analysis)
    const given = new Set<string>(listedHere.map(({ node }) => node.basis))
    const copied = items.filter(({ basis }) => isOfStatute.has(basis) && given.has(basis))
    const [first] = listedHere
    if (copied.length === 0 || first === undefined) return
    const said = analysis
      .ofKind('thirdPartyProvision')
      .concat(first.section ?? [])
      .map(({ start, end }) => analysis.text.slice(start, end).replace(/\s/gu, ''))
      .join('\n')
    const missing = items.filter(
      ({ basis, words }) => !given.has(basis) && !words.test(said.replace(recipients, '')),
    )
    if (missing.length === 0) return
    const names = listed(missing.map(({ name }) => name))
    const article = appiOn(day, '27-1').article
    yield {
      at: first.section
        ? {
            absent: {
              record: { collection: 'sections', id: first.section.node.id },
              field: 'body',
            },
            near: first,
          }
        : first,
      evidence: [],
      message: {
        ja: `${article.ja}1号から4号までのうち、${names.ja}だけがありません。あえて約束から外すのでなければ、加えてください。`,
        en: `Of items i to iv of ${article.en}, only this is missing: ${names.en}. Add it, unless leaving it out is meant as a promise.`,
      },
      law: { article, certainty: appi('27-1').certainty },
    }
  },
}

/** 協力会社・行政機関への提供: whom data goes to, and no exception. */
const recipients =
  /(?:行政(?:機関)?|官公庁|自治体|公的機関)(?:等|など)?への(?:提供|提出|届出|申請)/gu

type Item = { readonly basis: string; readonly words: RegExp; readonly name: Words }
/** Those that nobody writes but after the Act; requests by the police stand in lists of other making too. */
const isOfStatute: ReadonlySet<string> = new Set(['appi-27-1-2', 'appi-27-1-3'])
const items: readonly Item[] = [
  {
    basis: 'appi-27-1-1',
    words:
      /(?:法令|法律|条例)(?:等|上)?(?:に|の[^。、]{0,8}に)(?:基づ|もとづ|よ|定め|従)|法令[^。、]{0,6}(?:要請|要求|義務)|法的|個人情報(?:の)?保護(?:法|に関する法律)(?:その他|等)/u,
    name: { ja: '法令に基づく場合（1号）', en: 'laws and regulations (i)' },
  },
  {
    basis: 'appi-27-1-2',
    words: /生命|人命|身体|人の安全|緊急/u,
    name: { ja: '人の生命、身体又は財産の保護（2号）', en: 'life, body or property (ii)' },
  },
  {
    basis: 'appi-27-1-3',
    words: /公衆衛生|衛生|児童|子ども|青少年|健全/u,
    name: {
      ja: '公衆衛生の向上又は児童の健全な育成の推進（3号）',
      en: 'public health or the sound growth of children (iii)',
    },
  },
  {
    basis: 'appi-27-1-4',
    words:
      /国の機関|国(?:や|・|又は|または|、|及び|若しくは|もしくは)|公共団体|自治体|公的機関|公的な機関|行政|官公|警察|裁判所|捜査|当局|司法/u,
    name: { ja: '国の機関等への協力（4号）', en: 'cooperation with public bodies (iv)' },
  },
]
