import { lexicon, type MayHold, mayHoldIn, meetings } from './lexicon.ts'

/**
 * Misspellings of policies as they are seen, each with what was meant. Only such as no Japanese text means: a word
 * that exists stands here only with the words around it that show it to be the wrong one (多額の費用を有する).
 */
export type Misspelling = {
  readonly start: number
  readonly end: number
  /** What belongs in its place; null where more than one thing may be meant. */
  readonly right: string | null
}

/** Wrong, right; `wrong` is what to replace and may look around itself. */
const entries: readonly (readonly [wrong: string, right: string])[] = [
  // A particle that is lost.
  ['(?<=目的の?)達成(?=ために)', '達成の'],
  // A particle too many.
  ['に関する[にをが](?=[\\p{Script=Han}](?<![際当限関対基]))', 'に関する'],
  ['に対する[をが](?=[\\p{Script=Han}])', 'に対する'],
  ['に基づく[をがは](?=[\\p{Script=Han}])', 'に基づく'],
  ['円の(?=[(（]税)', '円'],
  // A particle that is lost.
  ['(?<=[\\p{Script=Han}])はじめとする', 'をはじめとする'],
  ['さまざま(?=[\\p{Script=Han}ァ-ヶ])', 'さまざまな'],
  // Words of the same sound.
  ['(?<=(?:費用|時間|日数|期間|手間|労力|コスト|手数|必要)を)有(?=する|し(?!な)|さ)', '要'],
  ['(?<=に)務め(?=ます|る|て|、|参り|まい)', '努め'],
  ['(?<=に)勤め(?=て(?:まい|参)り)', '努め'],
  ['適性(?=(?:に|かつ|、安全)(?:取|管理|取得|利用|保管|対応|保護|収集|処理|実施|安全))', '適正'],
  ['適性(?=な(?:取|管理|取得|利用|保管|対応|保護|方法|手段|措置|範囲))', '適正'],
  ['公衆衛星', '公衆衛生'],
  [
    '(?<=(?:目的|場合|範囲|業務|本人|用途|[当弊]社|第三者|情報|お客様))意外(?=の|に(?:は|利|使|提)|で(?:は|利))',
    '以外',
  ],
  ['(?<=(?:捜査|警察|行政|司法)機関(?:等|など)?から(?:の|、))紹介', '照会'],
  ['(?<=(?:捜査関係事項|弁護士会))紹介', '照会'],
  [
    '(?<=(?:情報|データ|履歴)(?:等|など)?(?:を|の))収拾(?=し|する|、|・|および|及び|方法|目的)',
    '収集',
  ],
  ['(?<=(?:管理|保護|推進|運用|連絡|報告|社内|監督))体勢', '体制'],
  ['(?<=措置を)[構高興抗公]じ', '講じ'],
  [
    '(?<=(?:情報|開示|停止|削除|訂正|クッキー|アドレス|番号|履歴|サービス))当(?=(?:の|を|が|に|は)[^社])',
    '等',
  ],
  ['(?<=(?:国の機関|地方公共団体)[^。]{0,16}委託を受けた)もの', '者'],
  ['(?<=管理(?:について|に)?責任を(?:有する|負う))もの', '者'],
  ['(?<=第三)社(?=に|へ|の|が|と|、|提供|から)', '者'],
  ['叉は(?=[\\p{Script=Han}ァ-ヶぁ-ん、])', '又は'],
  ['(?<=規定に)違犯', '違反'],
  ['(?<=法令(?:等)?(?:に|の規定に))もとずき', 'もとづき'],
  ['(?<=法令(?:等)?(?:に|の規定に))もとずく', 'もとづく'],
  ['基ず(?=[きくい])', '基づ'],
  ['(?:又はまたは|または又は)', '又は'],
  ['(?:及びおよび|および及び)', '及び'],
  ['(?<=(?:請求|申請|申込|届出|証明|同意|依頼|申出|委任))害(?=[」』、。をにのはがも及又])', '書'],
  ['(?<=(?:外部|情報|データ)(?:へ|に)?の?)流失', '流出'],
  // Kana dropped, doubled or mistaken.
  ['(?<=する|いただく|受ける|行う)ことできます', 'ことができます'],
  ['(?<=する|いただく|受ける|行う)ことできません', 'ことができません'],
  ['をを(?!ば)', 'を'],
  ['(?<=[\\p{Script=Han}ァ-ヶー」）)])がが(?=[\\p{Script=Han}ァ-ヶ、「])', 'が'],
  ['(?<=[\\p{Script=Han}ァ-ヶー」）)])はは(?=[\\p{Script=Han}ァ-ヶ、「])', 'は'],
  ['(?<=[\\p{Script=Han}ァ-ヶー」）)])にに(?=[\\p{Script=Han}ァ-ヶ、「])', 'に'],
  ['(?<=[\\p{Script=Han}ァ-ヶー」）)])のの(?=[\\p{Script=Han}ァ-ヶ「])', 'の'],
  ['(?<=[\\p{Script=Han}])なな(?=[\\p{Script=Han}])', 'な'],
  ['(?<=[いきしちりみけせれ])しまます', 'します'],
  ['(?<=[いきしちりみけせれ])まますが?(?=。)', 'ます'],
  ['(?<=[りしいきちけ])まず(?=。|ので|が、)', 'ます'],
  ['(?<=[りしいきちけ])ますす(?=。)', 'ます'],
  ['いただだき', 'いただき'],
  ['いたたき(?=ます)', 'いただき'],
  ['ごさいま(?=す|せ)', 'ございま'],
  ['くさださい', 'ください'],
  ['くたさい', 'ください'],
  ['あらかじ(?=[、ごお\\p{Script=Han}])', 'あらかじめ'],
  ['予じめ', '予め'],
  ['(?<=取(?:り)?扱)かい', 'い'],
  ['取り扱りい', '取り扱い'],
  ['(?<=取り扱|取扱)う(?=を)', 'い'],
  ['お問い合せわせ', 'お問い合わせ'],
  ['お問い合わわせ', 'お問い合わせ'],
  ['お問合わわせ', 'お問合わせ'],
  ['(?<=[\\p{Script=Han}ぁ-ん])、、(?=[\\p{Script=Han}ぁ-んァ-ヶ])', '、'],
  ['(?<=[\\p{Script=Han}ぁ-ん）)])。。(?!。)', '。'],
  ['、。', '。'],
  ['(?<=[\\p{Script=Han}ぁ-ん])。、', '、'],
  // Katakana words.
  ['セキリュティ', 'セキュリティ'],
  ['セキュリテイ', 'セキュリティ'],
  ['セキュティ', 'セキュリティ'],
  ['プラウザ', 'ブラウザ'],
  ['プライバーシー', 'プライバシー'],
  ['プライパシー', 'プライバシー'],
  ['プラバシー', 'プライバシー'],
  ['プライバシポリシー', 'プライバシーポリシー'],
  ['メールアドス', 'メールアドレス'],
  ['アクセクス', 'アクセス'],
  ['サーピス', 'サービス'],
  ['コミニュケーション', 'コミュニケーション'],
  ['コミュニュケーション', 'コミュニケーション'],
  ['シュミレーション', 'シミュレーション'],
  ['アンケトー', 'アンケート'],
  ['アンケー卜', 'アンケート'],
  ['キャンペン(?!ー)', 'キャンペーン'],
  ['ダイレクメール', 'ダイレクトメール'],
  ['ダイレクトーメール', 'ダイレクトメール'],
  // Signs that look like others.
  ['(?<=[ァ-ヶー])ぺ(?=[ァ-ヶー])', 'ペ'],
  ['(?<=[ァ-ヶー])べ(?=[ァ-ヶー])', 'ベ'],
  ['(?<=[ァ-ヴ])[一─―](?=[ァ-ヴ](?<![カケ]))', 'ー'],
  ['(?<=[ァ-ヴー])力(?=[ァ-ヴー])', 'カ'],
  ['(?<=[ァ-ヴー])口(?=[ァ-ヴー])', 'ロ'],
  ['(?<=[ァ-ヴー])二(?=[ァ-ヴー])', 'ニ'],
  ['(?<=[ァ-ヴー])夕(?=[ァ-ヴー、。のをはがにで])', 'タ'],
  ['(?<=[ァ-ヴー])工(?=[ァ-ヴー])', 'エ'],
  ['(?<=窓)ロ(?![ァ-ヴー])', '口'],
]

/** を実施のため, を提供のため: a noun takes の, its verb を. What was meant is the writer's to say. */
const nouns =
  '実施 提供 遂行 送付 発送 配送 配信 通知 確認 防止 作成 開発 改善 管理 分析 運営 履行 把握 検討 案内 連絡'
const particles = lexicon(
  nouns.split(' ').map((noun) => [`(?<=[\\p{Script=Han}ァ-ヶー])を${noun}のため`, null] as const),
)

const word = /^[\p{Script=Han}ぁ-んァ-ヶー]+$/u

/**
 * The same words twice over: 個人情報を個人情報を. Runs of 4 to 24 signs, the longest of those that overlap. Signs are
 * compared at each distance, and only every so many: as many as repeat hold one whose place the distance divides.
 */
function repeatsIn(text: string): readonly { readonly start: number; readonly run: string }[] {
  const signs = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) signs[i] = text.charCodeAt(i)
  const found: { start: number; run: string }[] = []
  const taken = new Uint8Array(text.length)
  for (let distance = 24; distance >= 4; distance--) {
    for (let at = distance; at < signs.length; at += distance) {
      if (signs[at] !== signs[at - distance]) continue
      let first = at
      while (first > distance && signs[first - 1] === signs[first - 1 - distance]) first--
      let end = at + 1
      while (end < signs.length && signs[end] === signs[end - distance]) end++
      for (let next = first; next + distance <= end; next += distance) {
        const start = next - distance
        if (taken.subarray(start, start + 2 * distance).includes(1)) continue
        const run = text.slice(start, start + distance)
        if (!word.test(run)) continue
        found.push({ start, run })
        taken.fill(1, start, start + 2 * distance)
      }
      at += Math.floor((end - 1 - at) / distance) * distance
    }
  }
  return found
}

const misspellings = lexicon(entries)

/** The misspellings of a text by the list above, in reading order. */
export function misspellingsIn(text: string, mayHold: MayHold = mayHoldIn(text)): Misspelling[] {
  const found: Misspelling[] = meetings(text, misspellings, mayHold).map(
    ({ start, end, value }) => ({ start, end, right: value }),
  )
  for (const { start, end } of meetings(text, particles, mayHold))
    found.push({ start, end, right: null })
  for (const { start, run } of repeatsIn(text)) {
    if (!/\p{Script=Han}|[ァ-ヶ]{3}/u.test(run) || new Set(run).size < 3) continue
    found.push({ start, end: start + 2 * run.length, right: run })
  }
  return found.sort((a, b) => a.start - b.start)
}
