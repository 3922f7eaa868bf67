import { source } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'

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
  *check(analysis) {
    const own = analysis.passages.filter(
      ({ section, key }) =>
        section?.node.kind !== 'accreditedOrganisation' &&
        !/認定個人情報保護団体|苦情の解決/u.test(key),
    )
    if (own.some(({ key }) => /苦情|クレーム|ご不満|不服|complaint/iu.test(key))) return
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

const asks =
  /(?:個人情報|プライバシー|ポリシー|方針)[^。]{0,60}(?:問い?合わ?せ|問合|ご?連絡|ご?質問|ご?相談|ご?意見)[^。]*(?:ください|下さい|お願い|まで|以下|下記|窓口|次の|受け付け)/u
