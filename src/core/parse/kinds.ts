import type { SectionKind } from '../document.ts'
import { key } from './fold.ts'

/** A kind, the headings that say it, and how sure such a heading is. The first that fits is taken. */
const headings: readonly (readonly [SectionKind, RegExp, number])[] = [
  ['other', /^附則/u, 0.95],
  ['other', /^継続的(?:な)?改善$/u, 0.7],
  // 32条1項1号: who is asked, beside what may be asked.
  ['other', /^(?:個人情報取扱)?事業者の(?:氏名又は)?名称/u, 0.6],
  // お問合せフォームにおける個人情報の取扱い: a notice of its own, with all that such a notice says.
  [
    'other',
    /(?:における|での)(?:お客[様さ]まの|ご?利用者の)?個人情報の(?:お?取り?扱い?)(?:について)?$/u,
    0.8,
  ],
  ['statement', /^(?:本(?:方針|規程|規約|ポリシー)の)?目的$/u, 0.8],
  // 32条1項1号, and what the guideline for applications (スマートフォン プライバシー イニシアティブ) asks for.
  [
    'statement',
    /(?:事業者|個人情報取扱事業者|提供者|運営者|会社|法人|組織|管理者)の?(?:氏名又は)?(?:名称|商号)|^事業者情報|^会社(?:概要|情報)$/u,
    0.85,
  ],
  ['purposes', /(?:利用|使用)目的の(?:変更|追加|特定|制限|公表|通知|達成)/u, 0.9],
  [
    'other',
    /(?:特定個人情報|個人番号|マイナンバー)(?!.*利用目的)|匿名加工情報|仮名加工情報|未成年|[0-9]歳(?:未満|以下)|子供|子ども|お子[様さ]|児童の|保(?:存|管)期間|保存|廃棄|守秘義務|免責|リンク(?:先)?|知的財産|著作権|GDPR|EEA|漏えい(?:等)?(?:発生|が(?:発生|生)|時)|事故|インシデント|インターネット以外|録音|録画|撮影|防犯カメラ|ダイレクト(?!.*(?:中止|停止))|メールマガジン|AI|学習データ/u,
    0.85,
  ],
  [
    'voluntariness',
    /任意性|任意$|任意による|任意の(?:提供|ご提供)|提供は任意|(?:情報|個人情報|ご?提供|ご?記入|ご?入力|ご?回答)[^。]{0,12}(?:いただけない|頂けない|いただけなかった|されない|くださらない|しない|なさらない)(?:場合|とき)|提供の必須|与えることの任意/u,
    0.95,
  ],
  ['accreditedOrganisation', /認定個人情報保護団体|認定団体|Accredited/u, 0.95],
  ['acquisition', /要配慮個人情報|機微(?:情報|な|\()|センシティブ(?:情報|データ|な)/u, 0.85],
  ['thirdPartyProvision', /信用情報機関|個人信用情報/u, 0.85],
  ['jointUse', /共同(?:して)?(?:で)?利用|[Jj]oint [Uu]se|[Jj]ointly/u, 0.95],
  ['ssl', /SSL|TLS|暗号化通信|通信の暗号化/u, 0.9],
  [
    'changes',
    /改廃|(?:ポリシー|方針|規程|規約|本書|本文書|内容)(?:等|内容)?の(?:変更|改定|改訂|改正|見直し)|^(?:変更|改定|改訂|改正|見直し)(?:等)?(?:について|手続き?)?$|[Cc]hanges? to|[Aa]mendment|[Uu]pdates? to|^変更|^改[定訂]|改定について|の改定|の改訂|の変更(?:等)?(?:について|手続き?)?$/u,
    0.95,
  ],
  [
    'contact',
    /(?:質問|意見|要望|相談|連絡).*窓口|お?問い?合(?:わ)?せ|問合|連絡先|ご相談窓口|^窓口|相談窓口|保護管理者|管理責任者|保護責任者|個人情報管理者|データ保護責任者|[Cc]ontact|[Ii]nquir/u,
    0.9,
  ],
  ['complaints', /苦情/u, 0.9],
  [
    'utilisationCease',
    /(?:取得|利用|提供|送信|収集)(?:等)?の(?:停止|中止|拒否)(?!.*手続)|オプトアウト(?!.*第三者)|同意の撤回/u,
    0.85,
  ],
  [
    'cookies',
    /容易に(?:認識|知覚)できない方法|[Cc]ookie|COOKIE|クッキー|アクセスログ|アクセス解析|閲覧履歴|行動履歴|トラッキング|ターゲティング|行動ターゲ|外部送信|情報収集モジュール|ウェブビーコン|[Gg]oogle ?アナリティクス|Google ?Analytics|Googleアナリティクス|広告(?:の)?配信|広告識別子|リターゲティング|解析ツール|Analytics/u,
    0.9,
  ],
  [
    'foreignTransfer',
    /外国にある第三者|外国(?:の第三者)?への[^。、]{0,8}(?:提供|移転)|海外(?:の第三者)?への|越境|国外(?:への)?|cross-border|[Oo]verseas/u,
    0.9,
  ],
  ['relatedInformation', /個人関連情報|統計(?:情報|データ)|属性情報/u, 0.85],
  ['entrustment', /委託|[Ee]ntrust|業務委託|[Ss]ervice [Pp]roviders/u, 0.9],
  [
    'thirdPartyProvision',
    /第三者(?:へ|に)?の?(?:情報)?(?:の)?(?:提供|開示)|第三者への|第三者提供|提供の制限|情報の提供|提供について|[Tt]hird [Pp]art|[Dd]isclosure to/u,
    0.9,
  ],
  [
    'safetyMeasures',
    /安全管理|安全(?:な|に|かつ適[切正][なに])管理|安全性?の確保|情報を守る|守るための|お守り|安全対策|セキュリティ|情報の管理|適切な管理|適正な管理|適正管理|データの管理|管理について|正確性|保護対策|漏えい等の防止|[Ss]ecurity|[Ss]afety|安全措置/u,
    0.9,
  ],
  [
    'procedure',
    /手続|手数料|請求(?:の)?(?:方法|先|手順|窓口|等の受付)|求めの受付|受付方法|本人確認(?:の方法)?/u,
    0.9,
  ],
  [
    'purposes',
    /利用目的|使用目的|利用の目的|使いみち|使い道|使途|何に使|目的(?:について|の特定|の公表|等)?$|[Pp]urposes?|利用について|の利用$|利用範囲|How [Ww]e [Uu]se/u,
    0.9,
  ],
  [
    'utilisationCease',
    /利用(?:の)?停止|消去|利用停止等|提供の停止|削除(?:等)?(?:について)?$/u,
    0.85,
  ],
  ['correction', /訂正/u, 0.85],
  [
    'disclosure',
    /開示|の権利|(?:登録)?(?:内容|情報)の(?:ご?確認|照会)|保有個人データに関する|保有個人データの(?:公表|周知)|公表(?:等)?事項|照会|[Dd]isclosure|[Aa]ccess to|[Yy]our [Rr]ights/u,
    0.85,
  ],
  ['definitions', /定義|[Dd]efinition|個人情報とは/u, 0.95],
  ['scope', /適用範囲|適用(?:について)?$|適用対象|対象範囲|[Ss]cope/u, 0.95],
  ['acquisition', /取得|収集|[Cc]ollect|お預かりする|ご提供いただく情報/u, 0.85],
  ['compliance', /法令|遵守|順守|準拠法|コンプライアンス|[Cc]ompliance|規範/u, 0.85],
  ['compliance', /責務/u, 0.8],
  ['statement', /基本方針|基本的な?考え|宣言|基本姿勢|はじめに|前文|総則|理念|^目的$/u, 0.7],
]

/** These say what is within: a section in them is of their kind unless its own heading is about something else. */
const keeping: { readonly [K in SectionKind]?: readonly SectionKind[] } = {
  jointUse: [],
  safetyMeasures: ['contact', 'complaints', 'cookies', 'ssl'],
  procedure: ['contact', 'complaints', 'accreditedOrganisation', 'purposes'],
  purposes: ['acquisition', 'thirdPartyProvision', 'jointUse', 'cookies', 'entrustment'],
  acquisition: ['purposes', 'cookies', 'voluntariness'],
  contact: ['complaints', 'accreditedOrganisation', 'procedure'],
  complaints: ['contact', 'accreditedOrganisation'],
  accreditedOrganisation: [],
  cookies: ['contact', 'complaints', 'changes', 'disclosure', 'safetyMeasures'],
  entrustment: [],
}

export type KindGuess = { readonly kind: SectionKind; readonly confidence: number }

/** What a section is about: by its heading, by what it stands in, and where neither says, by its text. */
export function kindOf(
  heading: string,
  parent: SectionKind | null,
  body: string,
  within: readonly string[] = [],
): KindGuess {
  const own = byHeading(heading, body)
  // Ⅰ．個人情報の取扱い above 取得する情報, 利用目的, 第三者提供: the sections within say what each is about.
  if (parent === null && saysNothing(heading) && topicsOf(within) > 2)
    return { kind: 'other', confidence: 0.7 }
  // A policy on information security at large: what it promises is no measure for personal data.
  if (/情報セキュリティ(?:基本)?(?:方針|ポリシー)$/u.test(key(heading)))
    return { kind: 'other', confidence: 0.8 }
  if (parent !== null) {
    const others = keeping[parent]
    const ground = others ? groundIn(heading) : null
    if (ground && (parent === 'procedure' || parent === 'disclosure')) return ground
    if (
      asked.includes(parent) &&
      !ground &&
      !(own && keptAside.includes(own.kind)) &&
      saysHowTo.test(key(heading))
    )
      return { kind: 'procedure', confidence: 0.8 }
    // 直接書面により取得する個人情報 within purposes: whose data it is, not what is collected.
    const manner =
      own?.kind === 'acquisition' &&
      !/^[(（]?(?:[当弊本][^が]{1,6}が)?(?:ご?提供|取得|収集|お預かり)/u.test(heading)
    if (
      others &&
      !(own && others.includes(own.kind) && !own.aside && !(parent === 'purposes' && manner))
    )
      return { kind: parent, confidence: 0.9 }
  }
  const said = saysNothing(heading) ? byBody(key(body)) : null
  if (own && !isVague(heading, own.kind)) return mixed(heading, own)
  const vaguely = own ? byBody(key(body)) : said
  if (vaguely) return vaguely
  if (own) return { ...own, confidence: own.confidence - 0.2 }
  return parent !== null && parent !== 'other'
    ? { kind: parent, confidence: 0.6 }
    : { kind: 'other', confidence: 0.55 }
}

const topicsOf = (headings: readonly string[]) =>
  new Set(headings.flatMap((heading) => byHeading(heading, '')?.kind ?? [])).size

/** A further document on the page: what its title says, else a statement of its own. */
export function kindOfDocument(title: string): KindGuess {
  if (/情報セキュリティ/u.test(key(title))) return { kind: 'other', confidence: 0.8 }
  const own = byHeading(title, '')
  return own && !['other', 'statement'].includes(own.kind)
    ? own
    : { kind: 'statement', confidence: 0.75 }
}

/** Sections of a procedure that say when it ends in no disclosure, or in what it ends. */
function groundIn(heading: string): KindGuess | null {
  const text = key(heading)
  if (
    /開示(?:等)?(?:を)?(?:し|でき|され|いたし|行わ)ない|不開示|開示をお断り|開示等?に応じ(?:られ|かね)/u.test(
      text,
    )
  )
    return { kind: 'disclosure', confidence: 0.85 }
  if (
    /(?:停止|消去)(?:等)?の?(?:事由|要件)|情報の削除$|(?:停止|消去)(?:等)?[^。]{0,12}場合$/u.test(
      text,
    )
  )
    return { kind: 'utilisationCease', confidence: 0.85 }
  return null
}

/** A heading that could stand above anything in a policy: none, 個人情報について. */
function saysNothing(heading: string): boolean {
  return /^別[表紙添]|^(?:(?:お客[様さ]ま?|利用者|皆[様さ]ま?|当社|ご?本人)の)?(?:(?:個人情報|個人データ|情報|プライバシー)(?:等)?(?:の?(?:お?取り?扱い?|保護|管理と保護))?)?(?:に?(?:ついて|関して))?$/u.test(
    unbracketed(key(heading)),
  )
}
const unbracketed = (text: string) =>
  text.replace(/^[(【「<[《〔〈≪]([^()]*)[)】」>\]》〕〉≫]$/u, '$1')

/** `aside`: only what a bracket adds says so. */
type OwnKind = KindGuess & { readonly aside?: true }

/** What the words of a heading say. 位置情報（自動取得）: what a bracket adds counts where the rest says nothing. */
export function byHeading(heading: string, body: string): OwnKind | null {
  const whole = unbracketed(key(heading)).replace(/第三者提供(?:の)?記録/gu, '')
  if (/任意性|任意$/u.test(whole)) return { kind: 'voluntariness', confidence: 0.95 }
  const outside = whole.replace(/\([^()]*\)/gu, '')
  const main = outside === '' ? null : byWords(outside, body)
  if (main) return main
  const aside = byWords(whole, body)
  return aside && outside !== '' && outside !== whole ? { ...aside, aside: true } : aside
}

function byWords(text: string, body: string): KindGuess | null {
  if (
    /(?:個人情報|プライバシー)[^。]*(?:方針|宣言|ポリシー|ステートメント)$/u.test(text) &&
    !/^本|に関する(?:お|ご)|変更|改定/u.test(text)
  )
    return { kind: 'statement', confidence: 0.8 }
  if (/認定個人情報保護団体/u.test(text))
    return { kind: 'accreditedOrganisation', confidence: 0.95 }
  // What is named first: 苦情・お問い合わせ先, お問い合わせ先 兼 苦情相談窓口.
  if (/^(?:(?!問い?合|意見).)*苦情/u.test(text)) return { kind: 'complaints', confidence: 0.85 }
  // 開示等の請求に応じる手続 is about how, whatever it lists; 変更手続 is about changes.
  if (/(?:開示|請求|求め|訂正|停止)[^。]*手続き?(?:について)?[】\])]?$/u.test(text))
    return { kind: 'procedure', confidence: 0.9 }
  if (/開示[^。]*(?:請求|求め)/u.test(text) && saysHow.test(key(body)))
    return { kind: 'procedure', confidence: 0.85 }
  for (const [kind, words, confidence] of headings)
    if (words.test(text)) return { kind, confidence }
  return null
}
const asked: readonly SectionKind[] = ['disclosure', 'correction', 'utilisationCease']
const keptAside: readonly SectionKind[] = ['complaints', 'accreditedOrganisation', 'contact']
const saysHowTo =
  /申し?出先|代理人|確認書類|必要書類|回答(?:の)?(?:方法|期間)|(?:本人|代理人)[^。]{0,8}確認/u
/** Papers, forms, post: what a reader needs in order to ask. */
const saysHow = /必要書類|請求書|申請書|所定の(?:用紙|書面|様式)|郵送/u

/** 個人情報の取得と利用, 管理と保護 name no one topic: the body decides. */
function isVague(heading: string, kind: SectionKind): boolean {
  return (
    (kind === 'acquisition' && /利用|使用/u.test(heading)) ||
    (kind === 'safetyMeasures' && /管理と保護|管理及び提供|管理・提供/u.test(heading)) ||
    (kind === 'statement' && !/(?:方針|宣言|ポリシー|ステートメント)$/u.test(heading)) ||
    (kind === 'compliance' && !/遵守|順守|法令|規範/u.test(heading))
  )
}

function mixed(heading: string, own: KindGuess): KindGuess {
  const text = key(heading)
  // 取得と利用目的 and 開示・訂正・利用停止等 take the wider word.
  if (own.kind === 'utilisationCease' && /開示/u.test(text))
    return { kind: 'disclosure', confidence: 0.85 }
  if (own.kind === 'correction' && /開示/u.test(text))
    return { kind: 'disclosure', confidence: 0.85 }
  if (own.kind === 'utilisationCease' && /訂正/u.test(text))
    return { kind: 'correction', confidence: 0.8 }
  if (own.kind === 'entrustment' && /第三者(?:への)?(?:提供)/u.test(text))
    return { kind: 'thirdPartyProvision', confidence: 0.8 }
  if (own.kind === 'acquisition' && /目的/u.test(text)) return { kind: 'purposes', confidence: 0.9 }
  return own
}

const bodies: readonly (readonly [SectionKind, RegExp])[] = [
  ['definitions', /^「?(?:個人情報|個人データ|本ポリシー)」?とは|における用語|用語の定義/u],
  [
    'thirdPartyProvision',
    /(?:場合を除き|次に掲げる場合|以下の場合)[^。]{0,60}第三者[^。]{0,30}(?:提供|開示)/u,
  ],
  ['jointUse', /共同(?:して|で)?利用(?:します|することがあります|する場合)/u],
  [
    'purposes',
    /^[^。]{0,24}利用目的(?!の範囲)|(?:以下|次)の?(?:利用)?目的[^。]{0,40}(?:利用|使用|取り?扱)/u,
  ],
  ['cookies', /クッキー|[Cc]ookie/u],
  ['safetyMeasures', /安全管理(?:措置|の)?[^。]{0,40}(?:講じ|実施|努め)|漏えい[^。]{0,30}防止/u],
  ['contact', /(?:お?問い?合わ?せ|ご連絡)[^。]{0,30}(?:まで|下記|以下)/u],
  ['disclosure', /開示[^。]{0,40}(?:請求|求め)/u],
  ['changes', /(?:ポリシー|方針)[^。]{0,20}(?:変更|改定|改訂)(?:する|します|を行)/u],
  ['compliance', /法令[^。]{0,40}(?:遵守|順守)/u],
]

function byBody(body: string): KindGuess | null {
  const start = body.slice(0, 600)
  for (const [kind, words] of bodies) if (words.test(start)) return { kind, confidence: 0.7 }
  return null
}
