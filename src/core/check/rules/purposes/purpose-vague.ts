import { key } from '../../../fold.ts'
import { source } from '../../../law/basis.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'
import { recordsOf } from './purpose-records.ts'

/** Whatever goes along with the rest: 上記に付帯・関連するすべての業務, その他当社が必要と認める目的. */
const catchAll =
  /(?:上記|前(?:各)?[項号条]|以上|これら)(?:の)?[^。]{0,24}(?:に|と)?(?:付帯|附帯|付随|附随|関連|関係|準ずる|準じる|類する)|^(?:その他|そのほか)[^。]{0,40}(?:付帯|附帯|付随|附随|関連|準ずる|準じる|必要と(?:認め|判断|考え|す)|必要な(?:業務|事項|目的|場合)|適切と(?:認め|判断)|適当と(?:認め|判断))|^(?:その他|そのほか)[^。]{0,30}ために必要なこと$|^(?:その他|そのほか)[^。]{0,30}(?:個別に|別途)定める(?:利用)?目的(?:のため)?$|(?:、|範囲|及び|および)その他[^。、]{0,16}(?:必要と(?:認め|判断)|適切と(?:認め|判断)|適当と(?:認め|判断))|(?:^|、|及び|および)その他[^。、]{0,3}(?:当[\p{Script=Han}]{1,4}|弊社|本会)の?(?:事業|業務|サービス)?(?:活動)?に(?:関連|付随|付帯|附帯)する(?:一切の|すべての)?(?:業務|事業|目的|活動)|(?:すべて|全て|一切)の(?:業務|事業|目的|行為)(?:のため|に(?:利用|使用))?$/u
/** Words that name no use; 通則編3-1-1 gives 事業活動 and マーケティング活動 as examples of what is not specified. */
const generic =
  /^(?:(?:当[社会法人校院園店所]+|弊社|本会)の)?(?:事業(?:活動|運営|遂行|の(?:遂行|運営))?|業務(?:上)?(?:の)?(?:連絡|必要|遂行|運営|円滑な遂行)?|業務上の(?:必要|連絡|利用)|営業(?:活動)?|マーケティング(?:活動)?|(?:お客様|顧客|利用者|会員)?(?:への?)?サービス(?:の)?(?:向上|改善|充実)?|経営上の?(?:判断|必要)|各種(?:業務|目的)|正当な(?:業務|目的)|法律で特定された(?:利用)?目的|法令で(?:定められた|認められた)(?:利用)?目的)(?:を行う|に(?:用いる|利用する|使用する|役立てる)|のため|の目的|を目的とする|の)?(?:ため|場合|目的|とき|こと|業務)?(?:に(?:利用|使用)(?:する|します)?(?:ため)?)?$/u

/** 各社の保険及びこれらに付帯・関連するサービスの提供: what a seller of named goods offers with them. */
const goesWithGoods =
  /(?:及び|および|並びに|ならびに|や|、)これら?に(?:付帯|附帯|付随|附随|関連|・|又は|または)+する(?:各種)?(?:商品|サービス)(?:等)?の?(?:ご?提供|ご?案内|販売)/gu

/**
 * 契約手続、商品の提供及びこれらに付随する業務: what goes along with uses that are named beside it; 上記に付随する
 * 郵便物、電話等による営業活動: and what is said to go along.
 */
const saysMore =
  /営むことができる業務|^(?!その他|そのほか|上記|前各)[^。]{10,}これら(?:の|に|と)|^(?!その他|そのほか)[^。]*(?:付帯|附帯|付随|附随|関連)(?:する|した)[^。]{24,}$/u

export const purposeVague: Rule = {
  id: 'purpose-vague',
  title: { ja: '利用目的の特定', en: 'Purposes that specify nothing' },
  severity: 'warning',
  basis: source(
    '個人情報保護法17条1項・通則編3-1-1',
    'APPI Article 17(1), Guideline (general) 3-1-1',
  ),
  *check(analysis) {
    const told = new Set<string>()
    for (const { text, printed } of [...recordsOf(analysis).map(asSaid), ...grouped(analysis)]) {
      const said = key(text).replace(/[。.]$/u, '')
      const isCatchAll = catchAll.test(said.replace(goesWithGoods, '')) && !saysMore.test(said)
      if (!isCatchAll && !generic.test(said)) continue
      // The same words close many lists: they are told of once.
      if (told.has(said)) continue
      told.add(said)
      const quoted = text.trim()
      yield {
        at: printed,
        message: isCatchAll
          ? {
              ja: `「${quoted}」は、何に利用するのかを本人が予測できない包括的な利用目的です。想定している利用を具体的に挙げるか、削除してください。`,
              en: `“${quoted}” is a catch-all: nobody can foresee what it covers. Name the uses that are meant, or delete it.`,
            }
          : {
              ja: `「${quoted}」だけでは、利用目的が特定されていません。どの事業で何のために利用するのかを書き加えてください。`,
              en: `“${quoted}” alone does not specify a purpose. Say in which business the data is used, and for what.`,
            },
      }
    }
  },
}

type Said = { readonly text: string; readonly printed: Range }
const asSaid = ({ node, printed }: ReturnType<typeof recordsOf>[number]): Said => ({
  text: node.text,
  printed,
})

/** Items of lists whose purposes stand in groups, and that are no record of their own: (4) その他…一切の業務. */
function grouped({ passages }: Analysis): readonly Said[] {
  return passages
    .filter(
      ({ kind, node, section, key: said }) =>
        section?.node.kind === 'purposes' &&
        (kind === 'item' || kind === 'heading') &&
        (node.type === 'listItem' || node.type === 'section') &&
        /^(?:その他|そのほか|上記|前各)/u.test(said),
    )
    .map(({ text, start, end }) => ({ text, printed: { start, end } }))
}
