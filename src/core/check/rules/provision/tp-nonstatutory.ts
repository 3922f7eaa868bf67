import { key } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import type { Range } from '../../../render/printed.ts'
import type { Words } from '../../../words.ts'
import type { Analysis } from '../../analysis.ts'
import { type ExceptionPlace, exceptionsOf } from '../../facts/exceptions.ts'
import { holding, within } from '../../reading-order.ts'
import type { Rule } from '../../rule.ts'

/** An exception from consent that no item of 27条 gives: what the operator itself thinks right is none. */
export const tpNonstatutory: Rule = {
  id: 'tp-nonstatutory',
  title: { ja: '法律にない例外', en: 'Exceptions that the Act does not give' },
  severity: 'error',
  basis: appi('27-1'),
  *check(analysis, { day }) {
    const basis = appiOn(day, '27-1')
    for (const at of amongClauses(analysis))
      yield { at, law: basis, isQuestion: true, message: unfounded(basis.article) }
    for (const one of exceptionsOf.provision(analysis)) {
      if (one.node.basis !== 'other' || isNoProvision(one.key)) continue
      if (!isOnProvision(one, analysis) || isOnUse(one, analysis)) continue
      if (ofSecrecy.test(one.key) || ofSecrecy.test(sentenceOf(analysis, one))) continue
      if (ofLaw.test(one.key)) {
        yield {
          at: one,
          severity: 'info',
          law: basis,
          message: {
            ja: `この例外は、どの法令のどの場合かを示していません。${basis.article.ja}の各号に当たる場合に限られるので、「法令に基づく場合」とするか、該当する号を挙げてください。`,
            en: `This exception does not say which law allows it, and when. Only the items of ${basis.article.en} do: write “法令に基づく場合” (where laws and regulations require it) or name the item.`,
          },
        }
        continue
      }
      // 法令に特別の規定がある場合: by law in whatever words, and nobody can say that no item gives it.
      if (touchesLaw.test(withoutBodies(one.key).replace(againstLaw, ''))) continue
      if (/生命|人命|身体|健康/u.test(one.key)) {
        yield { at: one, law: appiOn(day, '27-1-2'), message: loose(appiOn(day, '27-1-2').article) }
        continue
      }
      const isDiscretion = discretion.test(one.key)
      if (!isDiscretion && (mayBeLawful.test(one.key) || isFragment(one, analysis))) continue
      yield {
        at: one,
        law: basis,
        isQuestion: !isDiscretion,
        message: isDiscretion
          ? {
              ja: `この例外は、事業者の判断で同意なしに提供できるとしていますが、${basis.article.ja}の各号のどれにも当たりません。削除するか、あらかじめ同意を得る場合に改めてください。`,
              en: `This exception lets the operator decide to provide data without consent, which none of the items of ${basis.article.en} allows. Delete it, or make it depend on prior consent.`,
            }
          : unfounded(basis.article),
      }
    }
  },
}

const unfounded = (article: Words): Words => ({
  ja: `この例外は、${article.ja}の各号（法令、生命・身体・財産、公衆衛生・児童、国の機関等への協力、学術研究）のどれにも当たらないように読めます。委託・事業承継・共同利用に当たるならその旨を書き、当たらないなら、あらかじめ同意を得ることとしてください。`,
  en: `This exception does not seem to fall under any item of ${article.en} (laws, life and property, public health and children, public bodies, research). If it is entrustment, succession or joint use, say so; otherwise ask for consent first.`,
})

/** 工事のために必要な協力会社への提供: an item of a list of exceptions, though it does not read as a case. */
function* amongClauses(analysis: Analysis): Generator<Range> {
  const clauses = exceptionsOf.provision(analysis)
  const { passages } = analysis
  for (const [i, one] of passages.entries()) {
    if (one.kind !== 'item' || !toCompanies.test(one.key) || isNoProvision(one.key)) continue
    const before = passages[i - 1]
    if (
      before?.section !== one.section ||
      clauses.some((clause) => within([clause], one).length > 0)
    )
      continue
    if (before.kind === 'item' && within(clauses, before).length > 0)
      yield { start: one.start, end: one.end }
  }
}

/**
 * The secrecy of communications (電気通信事業法4条) has grounds of its own, those that justify an act: 正当防衛, 緊急避難.
 * A sentence on it is no list of 27条1項.
 */
const ofSecrecy =
  /通信の秘密|電気通信事業法|違法性(?:を?阻却|の阻却)|正当防衛|緊急避難|正当業務行為/u

/** Whether what stands above an exception, or its heading, speaks of provision: a doubtful list is no list of 27条1項. */
function isOnProvision({ section, start }: ExceptionPlace, { text }: Analysis): boolean {
  if (section === null) return true
  const opening = text.slice(section.start, Math.min(start, section.start + 400))
  const above = text.slice(Math.max(section.start, start - 400), start)
  return /第三者|提供|開示/u.test(key(opening + above))
}

/** 法令の定めのある場合を除き、利用目的以外に使用しません: an exception from 18条, which a sentence on use is about. */
function isOnUse(one: ExceptionPlace, analysis: Analysis): boolean {
  const said = sentenceOf(analysis, one).replace(/ご?提供(?:を?いただ|を?頂|を?受け|され)/gu, '')
  return (
    /目的(?:の範囲)?(?:以外|外|を(?:超|越)え)[^。]{0,16}(?:利用|使用|取り?扱)/u.test(said) &&
    !/第三者|提供|開示|委託/u.test(said)
  )
}

/** The sentence that holds an exception as one of its words; '' where the exception is an item by itself. */
function sentenceOf({ sentences }: Analysis, exception: Range): string {
  return holding(sentences, exception)?.key ?? ''
}

/** Life and health in words of the operator's own: what 2号 allows, without its conditions. */
const loose = (article: Words): Words => ({
  ja: `この例外は${article.ja}に近いものですが、同号の「人の生命、身体又は財産の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき」より広く読めます。条文のとおりに改めてください。`,
  en: `This exception resembles ${article.en}, but reads wider than its words: needed to protect life, body or property, and consent is difficult to obtain. Follow the words of the Act.`,
})

/**
 * Said of what needs no ground: consent that is given, data that identifies nobody, entrustment. An article that is
 * cited is a ground by law, whatever its number was at that time; `cite-stale-article` sees to the number.
 */
function isNoProvision(words: string): boolean {
  const key = withoutBodies(words)
  return (
    isReference.test(key) ||
    /法(?:令|律)(?:等|など)?の?(?:規定|規程|定め)?に(?:基づく|よる)(?:場合|とき)$/u.test(key) ||
    /法(?:律|令)?第?[0-9一二三四五六七八九十百]+条/u.test(key) ||
    (/同意/u.test(key) &&
      !/同意[^。]{0,16}(?:困難|難し|でき|なく|なし|得ず|得ない|不要)/u.test(key)) ||
    /統計|匿名加工|仮名加工|(?:識別|特定)(?:する(?:こと)?が?)?(?:でき|不可能|され)(?:な|ま)/u.test(
      key,
    ) ||
    /(?:クラウド|ホスティング|レンタルサーバ)[^。]{0,80}(?:利用|使用|保存|保管)|(?:本人|利用者|お客[様さ]ま?|ユーザー|会員)[^、。]{0,4}の合意(?:が|を|の)/u.test(
      key,
    ) ||
    /当社の?(?:店舗|支店|営業所|部署|部門|担当)|委託|預託|外注|代行|再委託|オプトアウト|届出|求めに応じて[^。]*停止|裁判所|警察|官公|行政機関|公的機関|(?:承諾|了解|了承|許可|許諾)(?:を|が|の|済|いただ)|個人情報(?:の)?保護(?:法|に関する法律)(?:その他|等|に基づ|で|により)|機微|センシティブ|要配慮|取得、利用|(?:本人|利用者|お客[様さ]ま?|ユーザー|会員)(?:自身)?(?:から|の|が|による)[^。]{0,8}(?:依頼|指示|請求|要求|希望|要望|求め)/u.test(
      key,
    )
  )
}
/** 上記2.②(1)～(4)のいずれかに該当する場合: what it allows is said, and checked, at the place that it points to. */
const isReference =
  /^(?:その他)?(?:上記|前記|前述|前[各項条号]|同[項条]|本[項条]|第?[0-9一二三四五六七八九十]+[.条項号])[^、。]{0,30}(?:該当|定め|掲げ|記載|規定|に?基づ|の?場合)/u
const ofLaw =
  /(?:法令|法律|法規|個人情報保護法|条例|[^。]{2,12}法)(?:その他の?(?:法令|規範)|(?:又は|または|や|及び|および|・)[^、。]{1,8})?(?:等|など)?(?:の規定|の定め)?(?:に(?:より|よって|基づ|おいて|従|定め)|で|上|が|の)[^。]{0,24}(?:認め|許容|許さ|定め|可能|除外|例外|要請|求め)|法(?:令|律)の要件/u
/** 協力会社・処分業者・行政機関への提供: what goes to companies goes to them, whoever else stands in the row. */
const withoutBodies = (key: string) =>
  toCompanies.test(key)
    ? key.replace(/(?:・|、|や|及び|又は|または)?(?:行政機関|官公庁|公的機関|自治体|警察)/gu, '')
    : key
const toCompanies =
  /(?:協力|提携|関連|関係|取引|グループ|処分|下請|施工|加盟)(?:会社|企業|業者|先|店|団体)[^。]{0,24}(?:提供|共有|開示)/u
/** A law, an authority or a duty, by any name. */
const touchesLaw =
  /法令|法律|法規|法的|条例|省令|政令|\p{Script=Han}(?<![方手作用製技文立寸司])法(?![人的律令規務方書])|裁判|警察|検察|捜査|令状|行政|官公|官庁|当局|自治体|公共団体|公的機関|国の機関|義務|権限|監督/u
/** 法令や規約に反する行為, 違法行為: what others do against it, and no ground; 秘密保持義務: what a contract lays on them. */
const againstLaw =
  /(?:法令|法律|法規|[^、。]{0,8}法)[^。]{0,30}?(?:に?(?:反|違反|抵触)|を?侵害)|法的な?(?:措置|手続|手段)|[違不]法な?行為|(?:機密|秘密)保持義務|守秘義務/gu
/** Entrustment, succession, joint use, consent or what is public, in words that may be meant for them. */
const mayBeLawful =
  /再編|譲渡|譲受|合併|分割|統合|承継|引き?継|売却|共同|預託|委任|請負|委嘱|依頼|配送|配達|運送|宅配|発送|決済|代行|弁護士|公開され|公知|公表され|自ら|承諾|許諾|本人[^、。]{0,12}(?:選択|意思|ため)|暗号化|個人(?:を|が)?(?:識別|特定)/u

/** A clause that was cut out of a sentence, and is no item by itself, may lack the words that make it lawful. */
function isFragment(one: ExceptionPlace, analysis: Analysis): boolean {
  const sentence = sentenceOf(analysis, one)
  return sentence.length > one.key.length + 4 && !/公益|公共|権利|財産|利益/u.test(one.key)
}
const discretion =
  /社会通念|(?:判断|考え|認め|みな)(?:し|る|た|い|され)|必要(?:と|で|が)(?:認め|判断|考え|な)|(?:正当な|特別[のな])(?:理由|事由|事情)|やむを得|合理的|適切|適当|相当/u
