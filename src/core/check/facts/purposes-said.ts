import type { Analysis, Passage, SectionPlace, Sentence } from '../analysis.ts'
import { fact } from '../fact.ts'

/*
 * Many texts speak of purposes and tell none: 取得の際に示した利用目的の範囲内で利用します, 利用目的を明示します,
 * 業務の遂行に必要な限度で利用します. What a sentence tells is what is left when these words are taken out.
 */

/** Sentences that state a purpose, beyond doubt. */
export const statesPurpose = fact(({ sentences }) =>
  sentences.some(({ key, passage }) => !isTitle(passage) && states.test(left(key))),
)

/** Whether a section on purposes says anything that may be one, in whatever words. */
export const tellsPurpose = fact((analysis) =>
  analysis.sentences.some(
    ({ key, passage }) => passage.kind !== 'heading' && isOnPurposes(passage.section) && tells(key),
  ),
)

/** A sentence from which people may learn what their data is used for, be it in a section on something else. */
export const mayStatePurpose = fact(
  (analysis): Sentence | undefined =>
    analysis.sentences.find((one) => mayState.test(left(one.key)) && !isAside(one)) ??
    analysis.sentences.find(({ key }) => charter.test(key)),
)

/** A sentence that speaks of purposes, and tells none. */
export const emptyOfPurpose = fact((analysis): Sentence | undefined =>
  analysis.sentences.find(
    (one) =>
      !isTitle(one.passage) &&
      /目的|業務/u.test(one.key) &&
      /利用|使用|取り?扱/u.test(one.key) &&
      left(one.key) !== one.key &&
      !/請求|求め|無料|手数料/u.test(one.key) &&
      !isAside(one),
  ),
)

/** The text sends its readers elsewhere for the purposes. */
export const pointsToPurposes = fact((analysis: Analysis) =>
  analysis.sentences.some(({ key }) => elsewhere.test(key)),
)

const isTitle = ({ kind }: Passage) => kind === 'heading' || kind === 'title'

function isOnPurposes(section: SectionPlace | null): boolean {
  for (let at = section; at; at = at.parent) if (at.node.kind === 'purposes') return true
  return false
}

/** Of provision, of joint use and of what a browser keeps. */
function isAside({ key, passage }: Sentence): boolean {
  return (
    passage.kind === 'title' ||
    passage.node.type === 'exceptionClause' ||
    /第三者|共同(?:して)?(?:の)?利用|委託|クッキー|cookie|アナリティクス|analytics|アクセス解析/iu.test(
      key,
    )
  )
}

const tells = (key: string) =>
  !ofOtherMatter.test(key) &&
  (telling.test(left(key)) ||
    // A line that is no sentence is an item of a list.
    (!/。/u.test(key) && /[^、。]{4,}/u.test(left(key))))

/** When purposes need not be told (21条4項), what is entrusted, and purposes that a charter has. */
const ofOtherMatter =
  /通知し、?(?:又は|または)公表|利用目的が明らか|関連性を有する|この限りで|(?:委託|依託|第三者)[^。]*(?:監督|契約|同意)|利用目的は[^。]{0,40}(?:定款|寄[付附]行為|会則)/u

const left = (key: string) => empties.reduce((rest, words) => rest.replace(words, ''), key)

/** In the order in which they are taken out: what holds others first. */
const empties: readonly RegExp[] = [
  // Purposes that were told elsewhere: 取得の際に示した利用目的の範囲内, お知らせした目的.
  /(?:[^、。]{0,20}(?:時|際|とき|場合|あたり|当たり|前|じめ)に?、?)?[^、。]{0,8}(?:明示|提示|通知|公表|告知|表示|お知らせ|示|同意|了解|特定|記載)(?:し|致し|いたし|され|を?いただい|させていただい)*(?:た|ました|ている|ております)[^、。]{0,6}目的(?:の(?:達成|遂行))?(?:に必要な)?(?:の?(?:範囲|限度))?内?/gu,
  // Purposes that are only specified, changed or not exceeded.
  /(?:その|本来の|当該|他の|別の|不当な|以外の|事務の|業務の)*(?:利用|収集|使用|取得|提供)?の?目的(?:等|の内容)?(?:を|について|に関して)[^、。]{0,24}?(?:特定|明確|明示|明らか|通知|公表|お知らせ|知らせ|告知|提示|定め|示|変更|限定|達成|超え|越え|こえ|逸脱|説明|ご?確認)/gu,
  /(?:その|本来の|当該|他の|別の|不当な|以外の|事務の|業務の)*(?:利用|収集|使用|取得|提供)?の?目的(?:の(?:達成|遂行)の?(?:ため)?(?:に|上)?(?:必要な)?)?(?:の)?(?:範囲|限度|変更)(?:内|外|を(?:超|越|こ)え[^、。]{0,6})?/gu,
  /(?<!(?:以下|次|下記)の)(?:それら)?(?:以外の)?(?:(?:その|本来の|当該|他の|別の|不当な|以外の|事務の|業務の)+目的(?:以外|外)?|目的(?:以外|外))(?:の他の目的)?(?:のため)?(?:に|で|の)(?:は)?(?:利用|使用|収集)?/gu,
  // 業務の遂行に必要な限度.
  /(?:当該|事業|当[社法協院会校園行店]の|弊社の|適正な|円滑な|正当な)*(?:業務|事業)(?:の)?(?:遂行|運営|実施)?(?:を遂行する)?(?:の)?(?:ため|うえで|上で|上|に)?(?:に)?、?必要(?:な|と(?:する|なる|認め[^、。]{0,4}))(?:最小限の?)?(?:範囲|限度|限り)?(?:内|で|に)?/gu,
  /ご?提供(?:いただ|頂|を?受け|され)/gu,
]

/** A sentence that states a purpose without a list: …するために利用します, 利用目的は…です. */
const states =
  /(?:ため|目的)(?:に|で|として)(?:のみ|限り|限って)?、?(?:当[社法人校園院店]は、?)?(?:個人情報を)?(?:利用|使用|活用|取得|収集)|利用目的は(?![^。]{0,40}(?:定款|寄[付附]行為|会則))[^。]{8,}|(?:以下|次|下記)の[^。]{0,16}(?:目的|ため)[^。]{0,40}(?:利用|使用|活用|収集|取得|取り?扱)/u

/** What a sentence on purposes has that tells any. */
const telling =
  /ため|目的(?:は|として|と)|ご?(?:連絡|案内|回答|発送|配信|送付|お届け|確認|対応|紹介|通信|手続|改善|向上|調査|分析|選考|販売|提供)|(?<!業務|事業|目的|範囲|以外)に(?:のみ)?(?:利用|使用|活用|用い)|役立て|参考|(?:以下|次|下記)の|別[表紙]/u

const mayState =
  /(?:ため|目的|際|場合)に?[^。]{0,40}(?:利用|使用|活用|用い)(?:し|する|いた|させ|る)|(?:ご?連絡|ご?案内|ご?回答|発送|配信|お届け|提供)(?:のため|に(?:利用|使用|活用))|(?:ご?連絡|ご?案内|ご?回答|発送|配信|お届け|送付|(?:サービス|商品|情報)の提供)[^。]{0,40}(?:利用|使用|活用)(?:し|いた|致|させ|する)|役立て/u

/** 利用目的は、定款第4条に定める事業とします: what that is, only who has it knows. */
const charter = /利用目的は[^。]{0,40}(?:定款|寄[付附]行為|会則)/u

const elsewhere =
  /目的[^。]{0,60}(?:こちら|別[紙表途記]|ページ|サイト|ご覧|参照|https?:|「[^」]{4,}」(?:を|に|の)|末尾|後記|下記|以下|次の)/u
