import { placesOf, type Rule } from './duty.ts'

export const purposeLimits: Rule = {
  articles: [
    { article: '17', paragraph: '2' },
    { article: '18', paragraph: '1' },
  ],
  asks: ['consent'],
  when: 'before',
  reason: {
    ja: '利用目的を、変更前の利用目的と関連性を有すると合理的に認められる範囲を超えて変更することはできません（17条2項）。超える場合、変更前に取得した個人情報をその目的で取り扱うには、あらかじめ本人の同意が必要です（18条1項）。範囲内かどうかを確かめてください。',
    en: 'A purpose must not be changed beyond what is reasonably regarded as related to the one before (17(2)). Beyond it, what was collected before may be handled for it only with the prior consent of the person (18(1)). Check whether it is within that scope.',
  },
  applies: (comparison) =>
    placesOf(
      comparison,
      ({ of, how }) => of === 'purpose' && (how === 'added' || how === 'changed'),
    ),
}
