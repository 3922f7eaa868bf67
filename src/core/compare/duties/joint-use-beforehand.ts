import { placesOf, type Rule } from './duty.ts'

export const jointUseBeforehand: Rule = {
  articles: [{ article: '27', paragraph: '6' }],
  asks: ['notify', 'publish'],
  when: 'before',
  reason: {
    ja: '共同利用する者の利用目的、又は個人データの管理について責任を有する者を変更しようとするときは、あらかじめ、その旨を本人に通知するか、本人が容易に知り得る状態に置かなければなりません。',
    en: 'Before the purpose of joint use, or the operator that answers for the data, is changed, this must be notified to the person or made readily accessible.',
  },
  applies: (comparison) =>
    placesOf(
      comparison,
      ({ of, how }) =>
        of === 'jointUsePurpose' ||
        // Where it cannot be told whether it is another operator, it may be.
        (of === 'responsibleOperator' && how !== 'renamed'),
    ),
}
