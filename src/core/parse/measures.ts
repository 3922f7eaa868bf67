import type { MeasureCategory } from '../document.ts'
import { type Context, nearest } from './context.ts'
import { key } from './fold.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'
import { isLeadIn } from './shape.ts'

/** The chapters of the guideline (通則編 10) by the headings that policies give them. */
const headings: readonly (readonly [MeasureCategory, RegExp])[] = [
  ['basicPolicy', /基本方針の?(?:策定|整備|制定)|^[(【]?基本方針[)】]?$/u],
  ['rules', /規律|取扱規程|規程の整備|規定の整備|規則の整備|社内規程/u],
  ['organisational', /組織的/u],
  ['personnel', /人的/u],
  ['physical', /物理的|(?:設備|施設|物理)面/u],
  ['technical', /技術的|(?:システム|技術|IT)面/u],
  ['externalEnvironment', /外的環境|外国の制度|外国における/u],
  ['cloud', /クラウド/u],
]

/** Headings in other words, under which a measure may well be of another chapter: then its deed decides. */
const loosely: readonly (readonly [MeasureCategory, RegExp])[] = [
  ['organisational', /組織体制|管理体制|責任者の設置/u],
  [
    'personnel',
    /従業[員者]教育|従業[員者]の?(?:監督|教育)|(?:社|職|教職)員(?:の)?教育|スタッフの教育|教育(?:・|と|及び)?研修/u,
  ],
  ['technical', /システム(?:上)?の対策|SSL|暗号化/u],
]

/** The same by what a measure does, in the words of 通則編 別添 (手法の例示). */
const deeds: readonly (readonly [MeasureCategory, RegExp])[] = [
  [
    'externalEnvironment',
    /外国|海外(?!には)|当該国|同国|国の制度|該当国|個人情報(?:の)?保護(?:に関する)?制度|外的環境/u,
  ],
  ['cloud', /クラウド/u],
  ['basicPolicy', /基本方針|(?:保護|取扱いに関する)方針[」』]?(?:を|の)(?:定め|策定|制定)/u],
  [
    'personnel',
    /(?:従業[員者]|職員|社員|スタッフ|役員|添乗員|教職員)[^。]*(?:研修|教育|誓約|監督|周知|指導|啓発)|研修|勉強会|訓練|教育(?!機関|委員|活動)|秘密保持(?:に関する)?(?:誓約|事項|義務|契約)|誓約書|就業規則|守秘義務|懲戒|eラーニング|e-ラーニング/u,
  ],
  [
    'rules',
    /(?:(?:規程|規定|規律|規則)(?!(?:等)?に(?:違反|反|従|基づ))|取扱方法|取り?扱い?(?:の)?(?:方法|手順)|ルール|マニュアル|手順書|細則|要領|ガイドライン)[^。]*(?:定め|整備|策定|制定|作成|設け|整え|見直)/u,
  ],
  [
    'organisational',
    /責任者|管理者と(?:し|定)|総括|管理者(?:を|の)(?:設置|任命|置|定|選任)|担当者(?:を|の)(?:設置|任命|置|定|選任|明確)|報告連絡体制|報告体制|連絡体制|監査|自己点検|点検|管理体制|体制(?:を|の)(?:整|構築|確立|強化|見直)|委員会|事実関係の調査|再発防止|取扱い?状況|従業[員者]を(?:制限|限定)|者に限|台帳/u,
  ],
  [
    'technical',
    /アクセス(?:制御|制限|権|ログ|記録|できる)|へのアクセス|不正アクセス[^、。]*(?:防|遮断|検知|対策|保護|監視)|不正な侵入|ファイアウォール|ファイヤーウォール|ファイアーウォール|ウイルス|ウィルス|マルウェア|暗号|SSL|TLS|VPN|パスワード|暗証番号|識別符号|ID|認証|脆弱性|ログ(?:の|を)|セキュリティ(?:対策)?ソフト|セキュリティパッチ|不正ソフトウェア|多要素|ネットワーク|バックアップ|接続を制限|通信/u,
  ],
  [
    'physical',
    /入退(?:室|館|出|場)|施錠|鍵|区域|盗難|紛失|持ち?込|持ち?出|廃棄|裁断|溶解|シュレッダー|キャビネット|書庫|金庫|媒体|書類|のぞき|覗き|機器|監視カメラ|防犯カメラ/u,
  ],
]

/** The category that the headings above give; null where they name none, or two. */
export function categoryByHeadings(context: Context): MeasureCategory | null {
  for (const heading of [...context.headings].reverse()) {
    const named = headings.filter(([, words]) => words.test(heading))
    const loose = loosely.filter(([, words]) => words.test(heading))
    const all = new Set([...named, ...loose].map(([category]) => category))
    if (all.size > 1) return null
    if (named.length > 0) return named[0]?.[0] ?? null
  }
  return null
}

function categoryByDeed(text: string): MeasureCategory | null {
  const plain = key(text)
  return deeds.find(([, words]) => words.test(plain))?.[0] ?? null
}

export function categoryOf(
  text: string,
  context: Context,
): { category: MeasureCategory; confidence: number } {
  const said = categoryByHeadings(context)
  if (said) return { category: said, confidence: 0.95 }
  const done = categoryByDeed(text)
  if (done) return { category: done, confidence: 0.8 }
  const near = loosely.find(([, words]) => words.test(nearest(context)))
  return near ? { category: near[0], confidence: 0.75 } : { category: 'general', confidence: 0.65 }
}

const acts =
  /講じ|納め|限られ|設定|義務付け|勉強会|作成|遵守|配置|配備|指名|任命|置[いきく]|設け|徹底|暗号化|必須|回収|裁断|溶解|消去し|監督|記録|分離|更新|監視|施錠|検証|評価|契約を|実施|整備|設置|策定|制定|定め|制限|管理し|管理を|防止|導入|保管|確認|限定|把握|教育|研修|監査|見直し|公開|周知|対策|遮断|破壊|確立|廃棄|保護|努め|行って|行い|得て/u

/** Whether an item of a list of measures is one, and does not only lead to those below it. */
export function isMeasure(text: string): boolean {
  return !announces(text) && key(text).length >= 4
}

function announces(text: string): boolean {
  return (
    isLeadIn(text) &&
    /(?:以下|次|下記|左記)[^。]{0,40}(?:措置|対策|取り?組み?|とおり|通り|事項)/u.test(text)
  )
}

/* Measures within running text. */

export function measureSpans(text: string, context: Context, place: number): Span[] {
  if (!mayHoldMeasures(text, context)) return []
  const heading = categoryByHeadings(context)
  if (context.kind === 'safetyMeasures' && heading && !announces(text) && ownParagraph(text))
    return [span(0, text, heading, 0.85, context, place)]
  const sentences = sentencesOf(text)
  return sentences.flatMap(({ start, text: sentence }, i) => {
    // …措置を講じています。主な内容は以下のとおりです。: the measures are those below.
    const next = sentences[i + 1]?.text ?? ''
    if (announces(next) && !/^(?:また|さらに)/u.test(next)) return []
    return sentenceSpans(start, sentence, context, place)
  })
}

/** A heading that names what its paragraph does: 基本方針の策定, 外的環境の把握. */
const ownParagraph = (text: string) => acts.test(text) && !/^[（(]?(?:※|なお|また)/u.test(text)

function mayHoldMeasures(text: string, context: Context): boolean {
  if (context.kind === 'safetyMeasures') return true
  if (context.kind === 'ssl') return /SSL|TLS|暗号/u.test(key(text))
  // 個人情報の管理と保護: measures stand beside the rules on provision.
  return (
    context.kind === 'thirdPartyProvision' &&
    /管理|保護/u.test(nearest(context)) &&
    /安全/u.test(text)
  )
}

function sentenceSpans(start: number, sentence: string, context: Context, place: number): Span[] {
  const { kind } = context
  const entrusted = /委託/u.test(sentence)
  if (announces(sentence))
    return clauses(sentence, true).map((clause) =>
      span(start + clause.at, clause.text, clause.category, 0.7, context, place),
    )
  if (kind === 'ssl') {
    const { category } = categoryOf(sentence, context)
    return /(?:保護|暗号化|使用|利用|採用|導入)(?:し|して|を|され)[^。]*ます/u.test(sentence) &&
      !/お使い|ご?利用になる|ご覧/u.test(sentence)
      ? [
          span(
            start,
            sentence,
            category === 'general' ? 'technical' : category,
            0.75,
            context,
            place,
          ),
        ]
      : []
  }
  if (entrusted || !acts.test(sentence)) return []
  if (kind === 'thirdPartyProvision' && !/対策|措置/u.test(sentence)) return []
  const parts = clauses(sentence, false)
  const categories = new Set(parts.map(({ category }) => category))
  if (parts.length > 1 && categories.size > 1)
    return parts.map((part) =>
      span(start + part.at, part.text, part.category, 0.65, context, place),
    )
  const by = sentence.startsWith('なお') ? null : categoryByHeadings(context)
  const category =
    by ??
    (/対策|措置|努め|保持|廃棄/u.test(sentence)
      ? generalOr(sentence)
      : categoryOf(sentence, context).category)
  return [span(start, sentence, category, 0.65, context, place)]
}

/** A sentence that promises security at large is general, whatever single dangers it names. */
function generalOr(sentence: string): MeasureCategory {
  const done = categoryByDeed(sentence)
  return done === 'technical' || done === 'physical' ? 'general' : (done ?? 'general')
}

type Clause = { at: number; text: string; category: MeasureCategory }

/**
 * The parts of a sentence that are measures of their own: …を整備し、…を点検する等、…対策を講じます。 Of a
 * sentence that only announces (…を定め、以下の措置を講じています) the part before the announcement.
 */
function clauses(sentence: string, announcing: boolean): Clause[] {
  const lead =
    /^(?:(?:なお|また|さらに|そして|加えて)、)?(?:[当弊本][\p{Script=Han}]{1,4}(?:は|では|においては)、)?/u.exec(
      sentence,
    )?.[0].length ?? 0
  const found: Clause[] = []
  let from = lead
  const cut =
    /(?<=(?:し|定め|設け|行い|講じ|得|納め|備え|置き))、|(?:する)?(?:等|など)、|(?<=定め)る(?:他|ほか|とともに)、|(?<=定め)(?=(?:以下|次|下記)の)|(?:する)(?:他|ほか|とともに)、/gu
  for (const match of sentence.matchAll(cut)) {
    const gone = match[0]
    const kept = gone.startsWith('する') ? 2 : gone.startsWith('る') ? 1 : 0
    add(from, match.index + kept)
    from = match.index + gone.length
  }
  if (!announcing) addRest(from)
  if (announcing) return found.map(purposeless).filter(({ text }) => categoryByDeed(text) !== null)
  return merged(found, sentence)

  /** 書類の施錠保管及び…の導入により、漏えい等の防止に努めます: the means are the measures, not what they serve. */
  function addRest(start: number): void {
    const means =
      /^(.+?)(?:により|によって|等により|などにより)、[^、。]*(?:防止|保護|管理|確保|徹底)[^。]*。?$/u.exec(
        sentence.slice(start),
      )?.[1]
    if (
      means === undefined ||
      !/(?:導入|保管|制限|設置|実施|整備|管理|徹底|利用|使用|等)$/u.test(means) ||
      !/、|及び|および|並びに/u.test(means)
    ) {
      add(start, sentence.length)
      return
    }
    let at = start
    for (const part of means.split(/(?<=、|及び|および|並びに)/u)) {
      const text = part.replace(/(?:、|及び|および|並びに)$/u, '')
      add(at, at + text.length)
      at += part.length
    }
  }
  function add(start: number, end: number): void {
    const text = sentence.slice(start, end)
    if (text.trim() === '') return
    const category = /(?:対策|措置)を?講じ/u.test(text) ? generalOr(text) : categoryByDeed(text)
    found.push({ at: start, text, category: category ?? 'general' })
  }
  /** …の防止のために、基本方針を定める: the deed without what it is for. */
  function purposeless(clause: Clause): Clause {
    const purpose = /^.*(?:ため|ために|ように|に向けて)、(?=.)/u.exec(clause.text)?.[0].length ?? 0
    const text = clause.text.slice(purpose)
    return { at: clause.at + purpose, text, category: categoryByDeed(text) ?? 'general' }
  }
}

/** Parts of one category that follow each other are one measure; what says nothing of its own goes with the next. */
function merged(parts: readonly Clause[], sentence: string): Clause[] {
  const whole: Clause[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (
      last &&
      (/^(?:これ|それ|当該)/u.test(part.text) ||
        last.category === part.category ||
        (part.category !== 'general' && last.category === 'general'))
    )
      whole[whole.length - 1] = {
        at: last.at,
        text: sentence.slice(last.at, part.at + part.text.length),
        category: part.category === 'general' ? last.category : part.category,
      }
    else whole.push(part)
  }
  return whole
}

function span(
  start: number,
  text: string,
  category: MeasureCategory,
  confidence: number,
  context: Context,
  place: number,
): Span {
  return {
    start,
    end: start + text.length,
    node: context.records.safetyMeasure(text, category, confidence, place),
    weight: 80,
  }
}
