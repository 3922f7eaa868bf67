import { appi } from '../../../law/basis.ts'
import { shortened } from '../../../shortened.ts'
import type { Words } from '../../../words.ts'
import type { Analysis, Sentence } from '../../analysis.ts'
import { listed } from '../../enumerated.ts'
import {
  givesAnyReach,
  mayBeAsked,
  mayCheckIdentity,
  saysWhereToAsk,
} from '../../facts/request-mentions.ts'
import { spelledOut, wayOfRequest } from '../../facts/request-words.ts'
import { askedByOthers, disclosureOffered, requests } from '../../facts/requests.ts'
import type { Draft, Rule } from '../../rule.ts'
import { matchesIn } from '../../search.ts'

/** How to make a request: to whom, in which way, and how it is made sure that it is the person (令12条). */
export const reqProcedure: Rule = {
  id: 'req-procedure',
  title: { ja: '開示等の請求の手続', en: 'Procedure for requests' },
  severity: 'error',
  basis: appi('32-1-3', '37-1'),
  answeredOnRequest: true,
  ofWhole: true,
  *check(analysis) {
    yield* agents(analysis)
    const { key, sentences } = requests(analysis)
    // 訂正・削除を希望される場合は、ご本人確認の上: a procedure, if not for disclosure.
    const isAsked =
      disclosureOffered(analysis) ||
      otherRights.test(key) ||
      analysis.sections.some(({ node }) => ofRights.test(node.heading))
    if (!isAsked) {
      const mention = mayBeAsked(analysis)
      if (!mention) yield none
      else if (!saysWhereToAsk(analysis) || !mayCheckIdentity(analysis)) yield doubtful(mention)
      return
    }
    const bare = sentences.find((one) => onlyReferred.test(one.key))
    const missing = parts.filter(({ id }) => {
      if (id === 'contact') return !givesAnyReach(analysis)
      if (id === 'identity') return !mayCheckIdentity(analysis)
      if (bare) return !spelledOut.test(key)
      return !wayOfRequest.test(key) && !saysWhereToAsk(analysis)
    })
    if (missing.length === 0) return
    const asking = bare ?? sentences.find(isAsking)
    const names = listed(missing.map(({ name }) => name))
    if (!bare && asking && missing.every(({ id }) => id === 'method')) {
      yield untold(asking)
      return
    }
    yield {
      at: asking ?? { absent: { record: null, field: 'sections' } },
      severity: missing.some(({ id }) => id === 'contact') ? 'error' : 'warning',
      message: bare
        ? {
            ja: `開示等の請求の手続を「所定の方法」や問い合わせに委ねていて、${names.ja}が分かりません。書き出すか、書いてあるページを示してください。`,
            en: `The procedure for requests is left to “the prescribed way” or to an enquiry, so people do not learn ${names.en}. Spell it out, or point to the page that does.`,
          }
        : {
            ja: `開示等の請求について、${names.ja}が書かれていません。書き加えてください。`,
            en: `On requests for disclosure and the like the text does not state ${names.en}. Add it.`,
          },
    }
  },
}

/** Where nothing at all may be a request by the person. */
const none: Draft = {
  at: { absent: { record: null, field: 'sections' } },
  message: {
    ja: '開示等の請求に応じる手続が書かれていません。請求先、請求の方法、本人確認の方法を書いてください。',
    en: 'The text does not say how requests for disclosure and the like are made. State to whom, in which way, and how identity is checked.',
  },
}

/** Where requests are taken and a desk is named, and nothing says that it is for them. */
const untold = ({ start, end, text }: Sentence): Draft => ({
  at: { start, end },
  severity: 'warning',
  isQuestion: true,
  message: {
    ja: `「${shortened(text)}」とありますが、開示等の請求をどこに、どの方法（書面、フォームなど）で出せばよいかが、本人に分かるでしょうか。お問い合わせの窓口で受け付けるなら、そのように書いてください。`,
    en: 'Can people learn where, and in which way (in writing, by a form), requests are made? If the desk for enquiries takes them, say so.',
  },
})

/** Where words of the text may be meant for requests, and do not call them so. */
const doubtful = ({ start, end, text }: Sentence): Draft => ({
  at: { start, end },
  severity: 'warning',
  isQuestion: true,
  message: {
    ja: `「${shortened(text)}」とありますが、保有個人データの開示・訂正・利用停止などの請求に応じる手続（請求先、方法、本人確認）が、本人に分かるでしょうか。分からなければ書き加えてください。`,
    en: 'Can people learn from this how requests for disclosure, correction or cease of use are made: to whom, in which way, and how identity is checked? If not, add it.',
  },
})

type Part = {
  readonly id: 'contact' | 'method' | 'identity'
  readonly name: Words
}
/** お客様の権利: a heading under which an app tells how data is seen and deleted in it. */
const ofRights = /(?:お客(?:様|さま)|利用者|ユーザー|本人|あなた)の(?:プライバシー)?権利/u
const otherRights =
  /(?:訂正|修正|削除|利用(?:の)?停止)[^。\n]{0,40}(?:希望|求め|請求|申し?出|依頼)[^。\n]{0,40}(?:確認|窓口|連絡)/u
const parts: readonly Part[] = [
  { id: 'contact', name: { ja: '請求先', en: 'whom to ask' } },
  { id: 'method', name: { ja: '請求の方法', en: 'in which way to ask' } },
  { id: 'identity', name: { ja: '本人であることの確認の方法', en: 'how identity is checked' } },
]
const isAsking = ({ key, passage }: Sentence) =>
  passage.kind !== 'heading' &&
  passage.section !== null &&
  !askedByOthers(key) &&
  passage.section.node.kind !== 'safetyMeasures' &&
  /請求|求め|申し?出|申請|ご連絡|希望/u.test(key) &&
  /開示|訂正/u.test(key)
const onlyReferred =
  /(?:所定|定める|具体的な)(?:の)?(?:手続き?|方法|手順)[^。]*(?:従|より|基づ|問い?合わ?せ|ついて)|(?:方法|手続き?)については[^。]*問い?合わ?せ/u

/** Agents by mandate may ask, but answers go to the person or a statutory agent only. */
function* agents(analysis: Analysis): Generator<Draft> {
  const { passages, key } = requests(analysis)
  if (!/任意代理人|委任状|委任/u.test(key)) return
  for (const passage of passages)
    for (const { start, end } of matchesIn(passage, statutoryOnly)) {
      yield {
        at: { start, end },
        severity: 'warning',
        isQuestion: true,
        evidence: [analysis.text.slice(start, end)],
        message: {
          ja: '委任による代理人の請求を受け付けるとしていますが、回答の送り先には本人と法定代理人しかありません。任意代理人への回答の方法を加えてください。',
          en: 'Requests by agents by mandate are accepted, but answers go to the person or a statutory agent only. Say how an agent by mandate is answered.',
        },
      }
      return
    }
}
const statutoryOnly =
  /本人(?:又は|または|もしくは|若しくは|、|及び)法定代理人の(?:住所|Eメール|メール|電話|連絡先)/gu
