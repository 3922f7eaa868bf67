import { source } from '../../../law/basis.ts'
import type { Analysis } from '../../analysis.ts'
import { givesAnyReach, givesReach } from '../../facts/request-mentions.ts'
import type { Draft, Rule } from '../../rule.ts'

/**
 * 令10条2号: where to take complaints. A desk for enquiries is one for complaints only if the text says so; most take
 * them all the same, so this is no error.
 */
export const complaintContact: Rule = {
  id: 'complaint-contact',
  title: { ja: '苦情の申出先', en: 'Where to take complaints' },
  severity: 'error',
  basis: source(
    '個人情報保護法32条1項4号・施行令10条2号、40条',
    'APPI 32(1)(iv), 40, Order 10(ii)',
  ),
  answeredOnRequest: true,
  ofWhole: true,
  *check(analysis, { linked }) {
    const own = analysis.passages.filter(
      ({ section, key }) =>
        section?.node.kind !== 'accreditedOrganisation' &&
        !/認定個人情報保護団体|苦情の解決/u.test(key),
    )
    const lost = pointsToNothing(analysis, linked)
    if (lost) {
      yield lost
      return
    }
    if (own.some(({ key }) => complains.test(key))) return
    const asking =
      analysis.sentences.findLast(
        ({ key, passage }) =>
          own.includes(passage) &&
          (passage.kind === 'paragraph' || passage.kind === 'item') &&
          asks.test(key),
      ) ??
      analysis
        .of('contact')
        .find(
          ({ node, section }) =>
            node.roles.includes('inquiry') && section?.node.kind !== 'jointUse',
        )
    yield {
      at: asking ?? { absent: { record: null, field: 'sections' } },
      ...(asking && { severity: 'warning' as const }),
      message: asking
        ? {
            ja: 'お問い合わせ先はありますが、苦情の申出先であることが書かれていません。「苦情・お問い合わせ」のように、苦情も受け付けることを書いてください。',
            en: 'There is a desk for enquiries, but the text does not say that it takes complaints. Say so: “complaints and enquiries”.',
          }
        : {
            ja: '個人データの取扱いに関する苦情の申出先が書かれていません。窓口の名称と連絡先を書いてください。',
            en: 'The text does not say where to take complaints about the handling of data. State the desk and how to reach it.',
          },
    }
  },
}

/**
 * 下記連絡先までお問い合わせください, and no number, address or form anywhere; 苦情に対応します, and not so much as a
 * desk: 令10条2号 asks for where to take complaints.
 */
function pointsToNothing(analysis: Analysis, linked: readonly string[]): Draft | null {
  if ([...linked, ...linksIn(analysis)].some((line) => toDesk.test(line)) || givesReach(analysis))
    return null
  const pointing = analysis.sentences.find(
    ({ key, passage }) => passage.kind !== 'heading' && below.test(key),
  )
  const named = givesAnyReach(analysis)
    ? undefined
    : analysis.sentences.find(
        ({ key, passage }) => /苦情|クレーム/u.test(key) && passage.node.type !== 'purpose',
      )
  const at = pointing ?? named
  if (!at) return null
  return {
    at: { start: at.start, end: at.end },
    message: pointing
      ? {
          ja: '下記の連絡先に申し出るように書かれていますが、連絡先（電話番号、住所、メールアドレス、フォームなど）がどこにもありません。窓口の名称と連絡先を書いてください。',
          en: 'The reader is told to turn to a desk below, but no telephone number, address, e-mail address or form stands anywhere. State the desk and how to reach it.',
        }
      : {
          ja: '苦情に対応するとしていますが、その申出先（窓口の名称と連絡先）がどこにもありません。書き加えてください。',
          en: 'The text says that complaints are dealt with, but not where to take them. State the desk and how to reach it.',
        },
  }
}
/** Also whoever thinks that the policy is not kept is told whom to turn to. */
const complains =
  /苦情|クレーム|ご?不満|不服|complaint|(?:守られて|守って|遵守(?:され|し)て)いない[^。]{0,30}(?:連絡|申し?出|知らせ|相談)/iu
const linksIn = ({ of }: Analysis) =>
  of('link').map(({ passage, node }) => `${passage?.key ?? ''} ${node.url}`)
/** A link that may lead to a desk or a form. */
const toDesk =
  /問い?合わ?せ|連絡|窓口|請求|フォーム|相談|mailto:|tel:|contact|inquiry|toiawase|form/iu
const below =
  /(?:下記|以下|次の|末尾)[^。]{0,24}(?:連絡先|窓口|担当|問い?合わ?せ先|電話|アドレス|宛先?)[^。]{0,24}(?:まで|に|へ|より|から|示)|(?:連絡|申し?出|問い?合わ?せ)[^。]{0,6}(?:下記|以下)(?:まで|に|へ)/u

const asks =
  /(?:個人情報|プライバシー|ポリシー|方針)[^。]{0,60}(?:問い?合わ?せ|問合|ご?連絡|ご?質問|ご?相談|ご?意見)[^。]*(?:ください|下さい|お願い|まで|以下|下記|窓口|次の|受け付け)/u
