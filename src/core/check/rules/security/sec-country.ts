import { source } from '../../../law/basis.ts'
import { countryCodes, countryWords } from '../../../validate/country.ts'
import type { Analysis } from '../../analysis.ts'
import { safetyPassages } from '../../facts/safety-passages.ts'
import type { Draft, Rule } from '../../rule.ts'

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
    if (spoken.some(({ plain }) => denied.test(plain))) return
    if (!first) {
      yield* suppliers(analysis)
      return
    }
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

/** Those to whom data goes by the name of a company abroad, and no word of the country. */
function* suppliers(analysis: Analysis): Generator<Draft> {
  const { passages } = analysis
  if (passages.some(({ plain }) => names.some((name) => plain.includes(name)))) return
  if (passages.some(({ plain }) => denied.test(plain))) return
  for (const one of passages) {
    if (one.kind === 'heading' || one.kind === 'title') continue
    if (one.section?.node.kind === 'cookies' || ofVisits.test(one.key)) continue
    const heading = one.section?.node.heading ?? ''
    if (ofVisits.test(heading) || !(handled.test(one.key) || handled.test(heading))) continue
    const met = [...one.text.matchAll(abroadByName)]
    const [first] = met
    if (!first) continue
    const start = one.start + first.index
    const words = [...new Set(met.map(([name]) => name.trim()))]
    yield {
      at: { start, end: start + first[0].length },
      evidence: words,
      isQuestion: true,
      message: {
        ja: `「${words.slice(0, 4).join('」「')}」など外国の事業者に個人データの取扱いを委ねているように読めますが、国名がありません。個人データを外国で取り扱うことになるなら、外国の名称（事業者の国とサーバーの国）と講じている措置を書いてください。提供に当たるなら、28条の根拠も要ります。`,
        en: `Data seems to be handled by suppliers abroad (${words.slice(0, 4).join(', ')}), and no country is named. If personal data is handled abroad, name the countries of the supplier and of its servers, and the measures taken; if it is provided, also the ground of APPI 28.`,
      },
    }
    return
  }
}

/** By its legal form, or so well known that it needs none. */
const abroadByName =
  /[A-Z][\w.&-]*(?:[ ,]+[A-Z][\w.&-]*)*,?\s?(?:Inc\b\.?|LLC\b|Corp(?:oration)?\b\.?|Ltd\b\.?|Limited\b|PBC\b|GmbH\b)|\b(?:OpenAI|Anthropic|Supabase|Vercel|Netlify|Heroku|Amazon Web Services|AWS|Google Cloud(?: Platform)?|Microsoft Azure|Cloudflare|Railway|Render|SendGrid)\b/gu
const handled = /委託|保存|保管|サーバ|クラウド|ホスティング|データベース|移転|API/u
/** What counts visits, or shows advertisements (電気通信事業法27条の12). */
const ofVisits =
  /解析|分析|アナリティクス|analytics|広告|クッキー|cookie|計測|タグ|プラグイン|ログイン連携|外部(?:への?)?送信|利用者(?:に関する)?情報|送信先|電気通信事業法/iu
