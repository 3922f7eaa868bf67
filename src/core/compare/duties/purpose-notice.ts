import { placesOf, type Rule } from './duty.ts'

export const purposeNotice: Rule = {
  articles: [{ article: '21', paragraph: '3' }],
  asks: ['notify', 'publish'],
  when: 'uponChange',
  reason: {
    ja: '利用目的を変更したときは、変更された利用目的を本人に通知するか、公表しなければなりません。',
    en: 'Where a purpose has been changed, it must be notified to the person or made public.',
  },
  applies: (comparison) => placesOf(comparison, ({ of }) => of === 'purpose'),
}
