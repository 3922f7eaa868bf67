import { placesOf, type Rule } from './duty.ts'

export const jointUseScope: Rule = {
  articles: [{ article: '27', paragraph: '5', item: '3' }],
  asks: ['consent', 'notify', 'publish'],
  when: 'before',
  reason: {
    ja: '共同利用される個人データの項目と共同利用する者の範囲は、あらかじめ本人に通知するか、本人が容易に知り得る状態に置く事項です（27条5項3号）。既に取得した個人データについてこれらを変更することは、原則として本人の同意なしには認められません（通則編ガイドライン3-6-3）。利用する者の名称の変更のみであれば、この限りではありません。',
    en: 'The items of the data and the range of those who use them jointly must be notified or made readily accessible beforehand (27(5)(iii)). For data already collected they may in principle not be changed without the person’s consent (PPC guideline, general rules, 3-6-3); a mere change of a user’s name may be.',
  },
  applies: (comparison) =>
    placesOf(
      comparison,
      (change) =>
        (change.of === 'partner' && (change.how === 'added' || change.how === 'replaced')) ||
        (change.of === 'jointUseData' && change.how !== 'removed') ||
        (change.of === 'jointUseStatement' &&
          (change.about === 'scope' || change.about === 'none')),
    ),
}
