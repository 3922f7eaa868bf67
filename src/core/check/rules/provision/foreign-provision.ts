import { appi } from '../../../law/basis.ts'
import { namesCountry } from '../../../law/countries.ts'
import type { Sentence } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'

/** 28条: a recipient abroad needs consent that knows the country, or a system that meets the standards. */
export const foreignProvision: Rule = {
  id: 'foreign-provision',
  title: { ja: '外国にある第三者への提供', en: 'Provision to third parties abroad' },
  severity: 'error',
  basis: appi('28'),
  *check(analysis, { day }) {
    if (day < since) return
    const abroad = analysis.sentences.filter(providesAbroad)
    const [first] = abroad
    if (!first) return
    const around = analysis.sections
      .filter((section) =>
        abroad.some(({ start }) => section.start <= start && start < section.end),
      )
      .filter(({ node }) => node.level > 1 || node.children.length < 12)
      .map(({ start, end }) => analysis.text.slice(start, end).replace(/\s/gu, ''))
      .concat(abroad.map(({ key }) => key))
    if (around.some((said) => namesCountry(said) || grounded.test(said))) return
    yield {
      at: first,
      message: {
        ja: '外国にある第三者に個人データを提供するとしていますが、提供先の国名も、本人の同意も、基準に適合する体制（相当措置）も書かれていません。個人情報保護法28条のどの根拠によるかを決め、国名とともに書いてください。',
        en: 'The text says that data is provided to a third party abroad, but names no country, no consent, and no system that meets the standards. Decide which ground of APPI 28 applies, and state it with the country.',
      },
    }
  },
}
/** The first day on which the Act had a rule on recipients abroad. */
const since = '2017-05-30'

function providesAbroad({ key, passage }: Sentence): boolean {
  if (passage.kind === 'heading' || passage.kind === 'title') return false
  // What a browser sends to those who count visits is another matter (電気通信事業法27条の12).
  if (passage.section?.node.kind === 'cookies') return false
  if (
    !/(?:外国|海外|国外|日本(?:国)?以外)[^。]{0,40}(?:第三者|事業者|委託先|委託|企業|会社|法人|業者|サーバ)/u.test(
      key,
    )
  )
    return false
  if (/ません|(?:しない|行わない|おりません)(?:。|もの|$)/u.test(key)) return false
  if (/取り?扱う場合|把握/u.test(key)) return false
  return /(?:提供|移転|委託|共有|送信)(?:する|し(?:て|ます|、)|いたし|致し|を行|され|することが|している)/u.test(
    key,
  )
}
const grounded =
  /同意|相当措置|基準に適合|体制を整備|同等の(?:水準|措置|保護)|同水準|28条|24条|国名|当該(?:外)?国の(?:名称|個人情報)/u
