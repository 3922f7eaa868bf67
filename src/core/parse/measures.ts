import type { MeasureCategory } from '../document.ts'
import { key } from '../fold.ts'
import { type Context, nearest } from './context.ts'
import { categoryByDeed, categoryByHeadings, categoryOf } from './measure-categories.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'
import { isLeadIn } from './shape.ts'

const acts =
  /講じ|納め|限られ|設定|義務付け|勉強会|作成|遵守|配置|配備|指名|任命|置[いきく]|設け|徹底|暗号化|必須|回収|裁断|溶解|消去し|監督|記録|分離|更新|監視|施錠|検証|評価|契約を|実施|整備|設置|策定|制定|定め|制限|管理し|管理を|防止|導入|保管|確認|限定|把握|教育|研修|監査|見直し|公開|周知|対策|遮断|破壊|確立|廃棄|保護|努め|行って|行い|得て|記載|明記|締結|講習|定期的に|検知|追跡|復元|施して|採用|配布/u

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
