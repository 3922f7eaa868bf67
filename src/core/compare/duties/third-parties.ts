import { placesOf, type Rule } from './duty.ts'

export const thirdParties: Rule = {
  articles: [{ article: '27', paragraph: '1' }],
  asks: ['consent'],
  when: 'before',
  reason: {
    ja: '本人の同意なしに第三者へ提供できるのは、法27条1項各号、2項及び5項の場合に限られます。ポリシーに例外を加え、又は広げても、法令の定めを超えては提供できず、同意が必要です。加えた例外の根拠を確かめてください。',
    en: 'Without consent, data may be provided to third parties only in the cases of 27(1), (2) and (5). An exception added to or widened in a policy goes no further than the law: beyond it, consent is needed. Check its ground.',
  },
  applies: (comparison) =>
    placesOf(
      comparison,
      (change) =>
        change.of === 'exception' &&
        change.appliesTo === 'third-party-provision' &&
        (change.how === 'widened' ||
          ((change.how === 'added' || change.how === 'changed') && change.basis === 'other')),
    ),
}
