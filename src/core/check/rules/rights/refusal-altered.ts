import type { LawBasis } from '../../../law/basis.ts'
import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import type { Analysis } from '../../analysis.ts'
import { exceptionsOf } from '../../facts/exceptions.ts'
import { mayHold } from '../../facts/held.ts'
import { requests } from '../../facts/requests.ts'
import type { Draft, Rule } from '../../rule.ts'
import { matches } from '../../search.ts'

/** 33条2項: a ground to refuse disclosure says what the Act says, not more. */
export const refusalAltered: Rule = {
  id: 'refusal-altered',
  title: { ja: '不開示の事由', en: 'Grounds for refusing disclosure' },
  severity: 'error',
  basis: appi('33-2'),
  *check(analysis, { law, day }) {
    yield* inSentences(analysis, day)
    yield* publicBodies(analysis, day)
    yield* openList(analysis, day)
    for (const one of exceptionsOf.refusal(analysis)) {
      const basis = appiOn(day, one.node.basis === 'other' ? '33-2' : place(one.node.basis))
      const otherLaws = /^(?:その他|その他の)?法令に(?:違反|反|抵触)/u.exec(one.key)
      if (one.node.basis === 'appi-33-2-3' && otherLaws) {
        const at = {
          start: one.start,
          end: one.start + printed(one.node.text, otherLaws[0].indexOf('法令') + 2),
        }
        if (otherLaws[0].startsWith('法令')) {
          yield { at: { start: one.start, end: one.end }, ...anyLaw(basis, one.key) }
          continue
        }
        yield {
          at: { start: one.start, end: one.end },
          law: basis,
          message: {
            ja: `「${analysis.text.slice(at.start, at.end)}」は、条文では「他の法令」です（${basis.article.ja}）。「その他法令」では、この法律のほかの法令という意味になりません。「他の法令に違反することとなる場合」に改めてください。`,
            en: `“${analysis.text.slice(at.start, at.end)}” is “他の法令” (another law) in ${basis.article.en}; as printed it means something else. Write “他の法令に違反することとなる場合”.`,
          },
        }
        continue
      }
      if (one.node.basis === 'other') {
        if (ofPublicBodies.test(one.key)) continue
        if (!discretion.test(one.key) || procedural.test(one.key)) continue
        yield {
          at: one,
          law: basis,
          isQuestion: true,
          message: {
            ja: `この不開示の事由は事業者の判断によるもので、${basis.article.ja}の各号にありません。削除するか、各号のどれに当たるかが分かるように改めてください。`,
            en: `This ground for refusal leaves it to the operator’s judgement, which no item of ${basis.article.en} does. Delete it, or reword it so that it shows the item it falls under.`,
          },
        }
        continue
      }
      const [clause] = law.clausesOf(one.node.basis, day)
      const [missing] = clause ? law.missingIn(one.key, clause) : []
      if (!clause || !missing) continue
      yield {
        at: one,
        law: basis,
        message: {
          ja: `この不開示の事由には、${basis.article.ja}の「${missing.words}」がなく、条文より広く断れると読めます。「${clause.text}」のとおりにしてください。`,
          en: `This ground for refusal lacks “${missing.words}” of ${basis.article.en}, and so allows more refusals than the Act. Follow the Act: “${clause.text}”.`,
        },
      }
    }
  },
}

/** …おそれがある場合等には開示しない: 等 lets the operator refuse for whatever else. */
function* openList(analysis: Analysis, day: string): Generator<Draft> {
  if (!mayHold(analysis)('合等') && !mayHold(analysis)('き等')) return
  const here = new Set(requests(analysis).passages)
  for (const { start, end, passage } of matches(
    analysis,
    /(?:害する|及ぼす|支障を(?:生じる|来す))[^。、]{0,8}おそれがある(?:場合|とき)等(?=[にはの、])/gu,
    (passage) =>
      here.has(passage) &&
      /開示[^。]{0,16}(?:し(?:ない|ません)|でき|いたしません)/u.test(passage.key),
  )) {
    const law = appiOn(day, '33-2')
    yield {
      at: { start, end },
      evidence: [analysis.text.slice(start, end), passage.text],
      severity: 'warning',
      law,
      message: {
        ja: `不開示の事由が「場合等」と開かれています。開示を断れるのは${law.article.ja}の各号の場合だけなので、「等」を除くか、各号の事由をすべて挙げてください。`,
        en: `The grounds for refusal end in 等, so they are open. Only the items of ${law.article.en} allow a refusal: take 等 out, or list them all.`,
      },
    }
    return
  }
}

/**
 * Grounds of the Act on public bodies, or of what is no retained data (施行令5条), in a list of refusals. Who says that
 * it would harm to make known whether there is data speaks of the latter.
 */
function* publicBodies(analysis: Analysis, day: string): Generator<Draft> {
  const found = exceptionsOf
    .refusal(analysis)
    .filter(({ key, node }) => node.basis === 'other' && ofPublicBodies.test(key))
  const [first] = found
  if (!first || /存否|存在(?:する|の)か?(?:否か|有無)|明らかになる/u.test(analysis.text)) return
  const law = appiOn(day, '33-2')
  yield {
    at: { start: first.start, end: first.end },
    evidence: found.map(({ node }) => node.text),
    severity: 'warning',
    isQuestion: true,
    law,
    message: {
      ja: `この不開示の事由は、行政機関等の開示義務や施行令5条（保有個人データから除かれるもの）の文言で、${law.article.ja}の各号にありません。民間の事業者が開示を断れるのは各号の場合だけなので、削除するか、どの号に当たるかが分かるように改めてください。`,
      en: `This ground for refusal is worded as those of public bodies, or of what is no retained data (Order 5), and no item of ${law.article.en} has it. Delete it, or reword it so that it shows the item it falls under.`,
    },
  }
}
const ofPublicBodies =
  /国の安全|他国(?:又は|または|若しくは|もしくは|や)国際機関|犯罪の予防|公共の安全|違法(?:又は|または)不当な行為を助長|国の機関[^。]*事務[^。]*支障/u

/** A ground within a sentence, where no list holds it. */
function* inSentences(analysis: Analysis, day: string): Generator<Draft> {
  const listed = new Set<unknown>(exceptionsOf.refusal(analysis).map(({ node }) => node))
  const here = new Set(requests(analysis).passages)
  const found = matches(
    analysis,
    /(?<=[、。:])法令に違反する(?:こと|事)となる(?:場合|とき)/gu,
    (passage) =>
      here.has(passage) &&
      !listed.has(passage.node) &&
      /不開示|開示(?:を)?(?:し|いた|でき)/u.test(passage.key),
  )
  for (const { start, end, text } of found)
    yield { at: { start, end }, ...anyLaw(appiOn(day, '33-2-3'), text) }
}

/** 法令 for 他の法令: hardly wider, yet not the ground that the Act gives. */
const anyLaw = (law: LawBasis, said: string): Pick<Draft, 'law' | 'severity' | 'message'> => ({
  law,
  severity: 'warning',
  message: {
    ja: `「${/^[^。]*?(?:違反|反|抵触)する/u.exec(said)?.[0] ?? '法令に違反する'}」は、条文では「他の法令に違反する」です（${law.article.ja}）。「他の法令に違反することとなる場合」に改めてください。`,
    en: `The Act says “他の法令” (another law) in ${law.article.en}, not “法令”. Write “他の法令に違反することとなる場合”.`,
  },
})

const place = (basis: string) => basis.replace(/^appi-/u, '')
/** How many printed characters the first `length` characters without spaces take. */
function printed(text: string, length: number): number {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i).trim() !== '') seen++
    if (seen === length) return i + 1
  }
  return text.length
}
const discretion =
  /当[社法協院会校園行店][^。、]{0,16}(?:判断|認め|考え)|社会通念|不適切|不適当|正当な理由|業務上(?:の)?支障/u
const procedural = /本人(?:確認|である)|書類|不備|手数料|合理的な期間|回数|虚偽|濫用|存在し|保有/u
