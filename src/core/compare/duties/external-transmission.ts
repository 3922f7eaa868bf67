import { placesOf, type Rule } from './duty.ts'

export const externalTransmission: Rule = {
  articles: [{ law: 'telecommunications', article: '27の12' }],
  asks: ['notify', 'publish'],
  when: 'before',
  reason: {
    ja: '対象となる役務では、利用者に関する情報を外部に送信させる前に、送信される情報の内容、送信先の名称、利用目的を、通知するか容易に知り得る状態に置かなければなりません。',
    en: 'For the services concerned, before information on users is sent elsewhere, what is sent, to whom and for what must be notified or made readily accessible.',
  },
  applies: (comparison) =>
    placesOf(comparison, ({ of, how }) => of === 'externalService' && how !== 'removed'),
}
