import { source } from '../../../law/basis.ts'
import { countryCodes, countryWords } from '../../../validate/country.ts'
import type { Analysis } from '../../analysis.ts'
import { safetyPassages } from '../../facts/safety-passages.ts'
import type { Rule } from '../../rule.ts'

const abroad = /外国|海外|国外|外的環境|(?:保存|保管|所在)[^。]{0,6}国(?![内際民])|当該国|該当国/u
const denied =
  /(?:外国|海外|国外)[^。]{0,40}(?:ません|ない(?:。|もの|ため))|国内(?:のみ|に限|でのみ|にのみ|に所在|のサーバ)/u
const namedElsewhere =
  /(?:外国|国)の?(?:名称|国名)[^。]{0,120}(?:一覧|ページ|サイト|別紙|別表|こちら|https?:)/u
const names = [
  ...countryCodes.map((code) => countryWords(code).ja),
  ...[
    '米国',
    'アメリカ',
    '英国',
    'イギリス',
    'EU',
    '欧州',
    'EEA',
    '中国',
    '台湾',
    '香港',
    '韓国',
    'シンガポール',
    '豪州',
    '北米',
  ],
].filter((name) => name !== '日本' && name.length > 1)

/** Whether the text says elsewhere which countries data goes to, or is handled in. */
const namesAbroad = (analysis: Analysis) =>
  analysis.passages.some(
    ({ plain, section }) =>
      (section?.node.kind === 'foreignTransfer' ||
        located.test(plain) ||
        ofServices.test(section?.node.heading ?? '')) &&
      names.some((name) => plain.includes(name)),
  )

/** A section that lists the services and their countries, in a table or not. */
const ofServices = /クラウド|外部サービス|委託先|提供先|送信先/u
/** Wherever data is, or whoever gets it. */
const located =
  /外国|海外|国外|所在|越境|サーバ|クラウド|リージョン|保管|保存|移転|委託|提供先|送信先|拠点|現地|支店|データセンター/u

export const secCountry: Rule = {
  id: 'sec-country',
  title: { ja: '外国の名称', en: 'Countries where data is handled' },
  severity: 'warning',
  basis: source(
    '個人情報保護法ガイドライン（通則編）10-7、Q&A 10-25',
    'PPC guideline (General Rules) 10-7, Q&A 10-25',
  ),
  *check(analysis) {
    const passages = safetyPassages(analysis)
    const spoken = passages.filter(
      ({ kind, plain }) => kind !== 'heading' && kind !== 'title' && abroad.test(plain),
    )
    const [first] = spoken
    if (!first || spoken.some(({ plain }) => denied.test(plain))) return
    // Provision to third parties abroad is another duty (28条).
    if (
      /第三者(?:へ|に)[^。]{0,12}提供/u.test(first.plain) &&
      !/安全管理|外的環境/u.test(first.plain)
    )
      return
    const around = passages.filter(({ section }) => section === first.section)
    const text = around.map(({ plain }) => plain).join('')
    if (names.some((name) => text.includes(name)) || namesAbroad(analysis)) return
    // 同水準の措置を講じているか確認: what 28条 asks of a recipient.
    if (/同(?:水準|等|様)の[^。]{0,12}措置/u.test(first.plain)) return
    // 提供される外国の名称は「外国への第三者提供一覧」をご確認ください
    if (around.some(({ plain }) => namedElsewhere.test(plain))) return
    const sentence = analysis.sentences.find((one) => one.passage === first && abroad.test(one.key))
    const at = sentence ?? first
    const isConditional =
      /(?:する|した|ある)場合(?:には|は|に)?/u.test(first.plain) &&
      !/利用して(?:い|お)|保存して(?:い|お)/u.test(first.plain)
    yield {
      at: { start: at.start, end: at.end },
      message: isConditional
        ? {
            ja: '外国で取り扱う「場合」のことだけが書かれていて、国名がありません。外国で取り扱っているなら国名とその制度を把握した上での措置を書き、取り扱っていないならその旨を書いてください。',
            en: 'The text says what is done in case data is handled abroad, and names no country. Name the country and the measures taken, or say that data is not handled abroad.',
          }
        : {
            ja: '外国での取扱いに触れていますが、国名がありません。本人が分かるように、外国の名称（クラウドなら事業者の国とサーバーの国）を書いてください。',
            en: 'The text speaks of handling data abroad and names no country. Name it (for a cloud service, the country of its provider and of its servers).',
          },
    }
  },
}
