import { appi } from '../../../law/basis.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis, Sentence } from '../../analysis.ts'
import { listed } from '../../enumerated.ts'
import { maybeRequests } from '../../facts/request-mentions.ts'
import { disclosureOffered, requests } from '../../facts/requests.ts'
import { type Right, rights } from '../../facts/rights.ts'
import type { Rule } from '../../rule.ts'
import { matchesIn } from '../../search.ts'

/** All that a person may ask for is named somewhere in the text; else people think that they may not. */
export const rightsComplete: Rule = {
  id: 'rights-complete',
  title: { ja: '請求できる権利の列挙', en: 'The rights that people have' },
  severity: 'warning',
  basis: appi('32-2', '33', '34', '35'),
  ofWhole: true,
  *check(analysis, { day }) {
    const { key, sentences } = requests(analysis)
    if (!(/開示/u.test(key) ? disclosureOffered(analysis) : offersOthers(key))) return
    if (spelledOutElsewhere.test(key)) return
    const missing = rights.filter(({ since, said }) => since <= day && !said.test(key))
    const elsewhere = missing.length > 0 ? maybeRequests(analysis) : ''
    const missed = missing.filter(({ id, said }) => !impliedBy(id, key) && !said.test(elsewhere))
    if (missed.length === 0) return
    const names = listed(missed.map(({ name }) => name))
    const onlyRecords = missed.every(({ id }) => id === 'records')
    yield {
      at: enumeration(analysis, sentences) ?? { absent: { record: null, field: 'sections' } },
      severity: onlyRecords ? 'info' : 'warning',
      message: {
        ja: `本人が請求できることのうち、${names.ja}が書かれていません。個人情報保護法32条2項・33条から35条までの請求をすべて挙げてください。`,
        en: `Of what people may ask for, the text does not name ${names.en}. List all requests of APPI 32(2) and 33 to 35.`,
      },
    }
  },
}

/** 利用者は、修正、削除、利用停止を求める権利があります: requests by the person, of which disclosure is none. */
const offersOthers = (key: string) =>
  /(?:本人|利用者|ユーザー?|お客(?:様|さま)|会員)[^。]{0,60}(?:(?:修正|訂正|削除|(?:利用)?停止|消去)(?:等|など)?(?:、|・|及び|および|又は|または|や|の)*){2,}[^。]{0,12}(?:請求|求め|要求|希望|権利)/u.test(
    key,
  )

/** 訂正等 and 利用停止等 are the Act's own words for several requests (34条2項, 35条1項). */
function impliedBy(id: Right['id'], key: string): boolean {
  if (id === 'addition' || id === 'deletion') return /訂正(?:等|など)/u.test(key)
  return id === 'erasure' && /利用(?:の)?停止(?:等|など)/u.test(key)
}

/** The words that name most rights in a row. */
function enumeration({ sections }: Analysis, sentences: readonly Sentence[]): Range | null {
  void sections
  let best: { readonly range: Range; readonly count: number } | null = null
  for (const { start, end, passage } of sentences) {
    const found = [...matchesIn(passage, row)].filter((one) => one.start >= start && one.end <= end)
    for (const one of found) {
      const count = rights.filter(({ said }) => said.test(one.groups[0])).length
      if (count > (best?.count ?? 0)) best = { range: { start: one.start, end: one.end }, count }
    }
  }
  return best?.range ?? null
}

/** 詳しくは「開示等の請求の手続」をご覧ください */
const spelledOutElsewhere =
  /(?:手続|請求|開示|詳細|詳しく)[^。\n]{0,60}(?:こちら|ページ|サイト|https?:|「[^」\n]+」)[^。\n]{0,16}(?:ご覧|参照|ご確認|掲載|公表)/u

const right =
  '(?:(?:第三者(?:へ|に)?(?:の)?)?(?:提供)(?:の)?(?:停止|中止|拒否)|(?:第三者)?提供[^、。]{0,8}記録の開示|利用目的の通知|(?:個人(?:情報|データ)の|保有個人データの|内容の)?(?:開示|訂正|修正|追加|削除|利用(?:の)?停止|利用(?:の)?中止|消去))'
const row = new RegExp(
  `${right}(?:(?:請求)?(?:、|・|及び|および|又は|または|若しくは|もしくは|や|並びに|,)+${right})*(?:等|など)?(?:の?(?:ご)?請求)?`,
  'gu',
)
