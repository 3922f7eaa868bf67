/**
 * Words that are written in more ways than one, each right by itself. A policy that writes both reads as if two things
 * were meant. `preferred` is how statutes and the rules for official texts (公用文作成の考え方, 2022) write it.
 */
export type SpellingKind = 'conjunction' | 'okurigana' | 'kana' | 'loanword' | 'vocabulary'

export type Spelling = {
  readonly kind: SpellingKind
  readonly forms: readonly Form[]
  readonly preferred?: string
}
export type Form = {
  /** How it is shown. */
  readonly written: string
  /** A pattern that meets this form only; @default `written` */
  readonly pattern?: string
}

const forms = (...written: readonly (string | readonly [string, string])[]): readonly Form[] =>
  written.map((one) =>
    typeof one === 'string' ? { written: one } : { written: one[0], pattern: one[1] },
  )

/** 価格改定, 図面の改訂, 利用規約の改定: of something else than the policy. */
const ofThePolicy =
  '(?<!(?:価格|料金|運賃|単価|会費|賃料|給与|図面|図書|データ|書籍|教科書|教材|マニュアル|カタログ|製品|約款|規約|契約|法令|法律|法|基準)(?:等)?の?)'

export const spellings: readonly Spelling[] = [
  {
    kind: 'conjunction',
    forms: forms(['及び', '(?<![にがもで])及び'], ['および', '(?<![にがもで])および']),
  },
  { kind: 'conjunction', forms: forms('又は', 'または') },
  { kind: 'conjunction', forms: forms('並びに', 'ならびに') },
  { kind: 'conjunction', forms: forms('若しくは', 'もしくは') },

  {
    kind: 'okurigana',
    preferred: '取扱い',
    forms: forms(
      ['取扱い', '取扱い(?!ま|つつ|たく|、)'],
      ['取り扱い', '取り扱い(?!ま|つつ|たく|、)'],
      ['取扱', '取扱(?=[をのにがは]|について|及び|および)'],
    ),
  },
  {
    kind: 'okurigana',
    preferred: '取り扱う',
    forms: forms(
      ['取り扱う', '取り扱(?:[うわっえお]|い(?=ま|つつ|たく|、))'],
      ['取扱う', '取扱(?:[うわっえお]|い(?=ま|つつ|たく))'],
    ),
  },
  {
    kind: 'okurigana',
    forms: forms(
      ['問い合わせ', '問い合わせ'],
      ['問い合せ', '問い合せ'],
      ['問合せ', '問合せ'],
      ['問合わせ', '問合わせ'],
    ),
  },
  {
    kind: 'okurigana',
    preferred: '手続',
    forms: forms(['手続', '手続(?![きに]|における特定)'], ['手続き', '手続き']),
  },
  {
    kind: 'okurigana',
    preferred: '申出',
    forms: forms(
      ['申出', '申出(?!先が)'],
      ['申し出', '申し出(?=先|[がをはの]|等|に(?:より|基|対|つ|応|関))'],
    ),
  },
  {
    kind: 'okurigana',
    preferred: '申込み',
    forms: forms(
      ['申込み', '申込み'],
      ['申し込み', '申し込み(?![まく])'],
      ['申込', '申込(?=[をのにがは、・]|時|等)'],
    ),
  },
  {
    kind: 'okurigana',
    preferred: '行う',
    forms: forms(['行う', '行[うわい]'], ['行なう', '行な[うわいっえ]']),
  },
  {
    kind: 'okurigana',
    preferred: '受け付ける',
    forms: forms(['受け付ける', '受け付け[てまるら]'], ['受付ける', '受付け[てまるら]']),
  },
  {
    kind: 'okurigana',
    preferred: '届出',
    forms: forms('届出', ['届け出', '届け出(?=[がをはの]|書)']),
  },
  {
    kind: 'okurigana',
    preferred: '取組',
    forms: forms(
      ['取組', '取組(?=[をのにがは、]|等)'],
      ['取組み', '取組み'],
      ['取り組み', '取り組み(?=[をのがは]|等)'],
    ),
  },
  {
    kind: 'okurigana',
    preferred: '取消し',
    forms: forms(['取消し', '取消し'], ['取り消し', '取り消し(?=[をのがは、])']),
  },
  {
    kind: 'okurigana',
    preferred: '見直し',
    forms: forms(['見直し', '見直し'], ['見なおし', '見なおし']),
  },
  {
    kind: 'okurigana',
    preferred: '組合せ',
    forms: forms(['組合せ', '組合せ'], ['組み合わせ', '組み合わせ(?=[をのがは、に])']),
  },

  {
    kind: 'kana',
    preferred: 'いたします',
    forms: forms(
      ['いたします', 'いた(?:し(?=ま|か)|す(?!す))'],
      ['致します', '(?<![一合])致(?:し(?=ま|か)|す)'],
    ),
  },
  {
    kind: 'kana',
    preferred: 'いただく',
    forms: forms(['いただく', 'いただ[くいきけこ]'], ['頂く', '頂[くいきけこ]']),
  },
  { kind: 'kana', preferred: 'ください', forms: forms('ください', ['下さい', '下さい']) },
  {
    kind: 'kana',
    preferred: 'できる',
    forms: forms(
      ['できる', '(?<=[がもはを、。\\p{Script=Han}ァ-ヶ])でき(?=る|ま|な|た)'],
      ['出来る', '出来(?=る|ま|な|た)'],
    ),
  },
  { kind: 'kana', preferred: 'ただし', forms: forms(['ただし', 'ただし(?=[、,，])'], '但し') },
  { kind: 'kana', preferred: 'あらかじめ', forms: forms('あらかじめ', '予め') },
  { kind: 'kana', preferred: '様々', forms: forms('様々', 'さまざま') },
  { kind: 'kana', preferred: '全て', forms: forms('全て', 'すべて', '総て') },
  {
    kind: 'kana',
    preferred: 'こと',
    forms: forms(
      ['こと', '(?<=[るたい])こと(?=[がをはにもで、。])'],
      ['事', '(?<=[るたい])事(?=[がをはにもで、。])'],
    ),
  },
  {
    kind: 'kana',
    preferred: 'ため',
    forms: forms(
      ['ため', '(?<=[るのた])ため(?=[にの、。\\n]|$)'],
      ['為', '(?<=[るのた])為(?=[にの、。\\n]|$)'],
    ),
  },
  {
    kind: 'kana',
    preferred: 'とおり',
    forms: forms(
      ['とおり', '(?<=(?:以下|次|下記|前記|上記)の)とおり'],
      ['通り', '(?<=(?:以下|次|下記|前記|上記)の)通り'],
    ),
  },
  {
    kind: 'kana',
    preferred: '上で',
    forms: forms(
      ['上で', '(?<=(?:た|同意の|確認の|了承の|理解の|承諾の|協議の))上(?=で|、)'],
      ['うえで', '(?<=(?:た|同意の|確認の|了承の|理解の|承諾の|協議の))うえ(?=で|、)'],
    ),
  },
  {
    kind: 'kana',
    preferred: '当たり',
    forms: forms(
      ['当たり', '(?<=に)当た(?=り|って)'],
      ['あたり', '(?<=に)あた(?=り、|って)'],
      ['当り', '(?<=に)当(?=り、|って)'],
    ),
  },
  {
    kind: 'kana',
    preferred: 'なお',
    forms: forms(
      ['なお', '(?<![ぁ-ん\\p{Script=Han}])なお(?=[、,，])'],
      ['尚', '(?<![\\p{Script=Han}])尚(?=[、,，])'],
    ),
  },
  { kind: 'kana', preferred: '更に', forms: forms('更に', ['さらに', '(?<!こと)さらに']) },
  { kind: 'kana', preferred: 'いずれ', forms: forms('いずれ', '何れ') },
  { kind: 'kana', preferred: 'とともに', forms: forms('とともに', 'と共に') },
  {
    kind: 'kana',
    preferred: '基づく',
    forms: forms(['基づく', '基づ[くいき]'], ['もとづく', 'もとづ[くいき]']),
  },
  { kind: 'kana', forms: forms('お客様', 'お客さま') },
  { kind: 'kana', forms: forms('皆様', ['皆さま', '皆さま'], '皆さん') },
  {
    kind: 'kana',
    preferred: 'ご本人',
    forms: forms(
      [
        'ご（ご本人、ご連絡など）',
        'ご(?=本人|連絡|案内|利用|請求|意見|相談|質問|希望|確認|了承|提供|依頼)',
      ],
      [
        '御（御本人、御連絡など）',
        '御(?=本人|連絡|案内|利用|請求|意見|相談|質問|希望|確認|了承|提供|依頼)',
      ],
    ),
  },
  {
    kind: 'kana',
    preferred: 'っ',
    forms: forms(
      ['「っ」（であって、よって など）', '(?<=であ|によ|にな|をも|に従|に伴|にと)っ(?=て)'],
      ['大きい「つ」（であつて、よつて など）', '(?<=であ|によ|にな|をも|に従|に伴|にと)つ(?=て)'],
    ),
  },
  { kind: 'kana', preferred: '第三者', forms: forms('第三者', ['第3者', '第[3３]者']) },
  {
    kind: 'kana',
    preferred: 'か月',
    forms: forms(
      'か月',
      ['カ月', '(?<=[0-9０-９一二三四五六七八九十])カ月'],
      'ヶ月',
      ['ケ月', '(?<=[0-9０-９一二三四五六七八九十])ケ月'],
      'ヵ月',
      '箇月',
    ),
  },

  { kind: 'loanword', forms: forms(['ユーザー', 'ユーザー'], ['ユーザ', 'ユーザ(?!ー|ビリティ)']) },
  { kind: 'loanword', forms: forms(['サーバー', 'サーバー'], ['サーバ', 'サーバ(?!ー)']) },
  {
    kind: 'loanword',
    forms: forms(['コンピューター', 'コンピューター'], ['コンピュータ', 'コンピュータ(?!ー)']),
  },
  { kind: 'loanword', forms: forms(['ブラウザー', 'ブラウザー'], ['ブラウザ', 'ブラウザ(?!ー)']) },
  {
    kind: 'loanword',
    forms: forms(['プロバイダー', 'プロバイダー'], ['プロバイダ', 'プロバイダ(?!ー|責任)']),
  },
  {
    kind: 'loanword',
    forms: forms(['セキュリティ', 'セキュリティ(?!ー)'], ['セキュリティー', 'セキュリティー']),
  },
  { kind: 'loanword', forms: forms('ウイルス', 'ウィルス') },
  {
    kind: 'loanword',
    forms: forms(
      'ファイアウォール',
      'ファイヤーウォール',
      'ファイアーウォール',
      'ファイヤウォール',
    ),
  },
  {
    kind: 'loanword',
    forms: forms(
      ['ウェブ', 'ウェブ(?!ビーコン)'],
      'ウエブ',
      ['Web', 'Web(?![A-Za-z])'],
      ['WEB', 'WEB(?![A-Za-z])'],
      ['web', '(?<![A-Za-z./@-])web(?![A-Za-z.@-])'],
    ),
  },
  {
    kind: 'loanword',
    forms: forms(
      ['Cookie', 'Cookies?'],
      ['cookie', '(?<![A-Za-z./@-])cookies?(?![A-Za-z./@-])'],
      ['クッキー', 'クッキー'],
    ),
  },

  {
    kind: 'vocabulary',
    preferred: '漏えい',
    forms: forms('漏えい', '漏洩', ['漏れ', '漏れ(?=、滅失)']),
  },
  { kind: 'vocabulary', preferred: '毀損', forms: forms('毀損', 'き損', '棄損') },
  { kind: 'vocabulary', preferred: '改ざん', forms: forms('改ざん', '改竄') },
  {
    kind: 'vocabulary',
    preferred: '開示等の請求',
    forms: forms(
      ['開示等の請求', '開示等の(?:ご)?請求'],
      ['開示等の求め', '開示等の(?:お)?求め(?!られ|に応じた)'],
    ),
  },
  {
    kind: 'vocabulary',
    forms: forms(['改定', `${ofThePolicy}改定`], ['改訂', `${ofThePolicy}改訂`]),
  },
  {
    kind: 'vocabulary',
    forms: forms(
      ['個人情報の取扱い', '個人情報の取り?扱い'],
      // 個人情報取り扱い事業者, 個人情報取扱い教育: a part of a longer word.
      ['個人情報取扱い', '個人情報取り?扱い(?=及び|並びに|又は|[^\\p{Script=Han}]|$)'],
    ),
  },
]
