import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '../../src/core/calendar.ts'
import { type PolicyDocument, textOf } from '../../src/core/document.ts'
import type { EditionHead } from '../../src/core/edition/index.ts'
import { extract } from '../../src/core/extract.ts'
import { datesPrintedTwice } from '../../src/core/history/dates-printed-twice.ts'
import { withoutGenerated } from '../../src/core/history/generated.ts'
import { historyOf } from '../../src/core/history/history.ts'
import { type HistoryPrinting, printHistory } from '../../src/core/history/print-history.ts'
import { calendars, printedDay } from '../../src/core/history/printed-day.ts'
import { render } from '../../src/core/render/index.ts'
import { date, endMark, p, policy, section, signature } from '../build.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'

type Recorded = Parameters<typeof historyOf>[1]
const edition = (
  number: number,
  effectiveFrom: string,
  rest: Partial<Pick<EditionHead, 'kind' | 'corrects' | 'withdraws' | 'summary'>> = {},
): Recorded => ({
  number,
  kind: 'amendment',
  effectiveFrom,
  recordedAt: `2025-05-${String(number).padStart(2, '0')}T00:00:00.000Z`,
  corrects: null,
  withdraws: null,
  summary: {},
  ...rest,
})
const told = (editions: readonly Recorded[], earlier?: readonly string[]) =>
  historyOf(editions, editions.at(-1) as Recorded, earlier).map(({ kind, day }) => `${day} ${kind}`)

describe('the history up to an edition', () => {
  const first = edition(1, '2021-04-01')
  const second = edition(2, '2023-10-01')
  test('is its enactment, then its revisions', () => {
    expect(told([first])).toEqual(['2021-04-01 enacted'])
    expect(told([first, second])).toEqual(['2021-04-01 enacted', '2023-10-01 revised'])
  })
  test('has no line for an erratum; where an erratum moves the day, the day is moved', () => {
    const same = edition(3, '2023-10-01', { kind: 'erratum', corrects: 2 })
    expect(told([first, second, same])).toEqual(['2021-04-01 enacted', '2023-10-01 revised'])
    const moved = edition(3, '2023-10-15', { kind: 'erratum', corrects: 2 })
    expect(told([first, second, moved])).toEqual(['2021-04-01 enacted', '2023-10-15 revised'])
    const ofFirst = edition(3, '2021-04-01', { kind: 'erratum', corrects: 1 })
    expect(told([first, second, ofFirst])).toEqual(['2021-04-01 enacted'])
  })
  test('has no line for what was withdrawn, and one for two editions of a day', () => {
    const gone = edition(3, '2024-04-01')
    const call = edition(4, '2024-04-01', { kind: 'withdrawal', withdraws: 3 })
    const again = edition(5, '2023-10-01')
    expect(told([first, second, gone, call, again])).toEqual([
      '2021-04-01 enacted',
      '2023-10-01 revised',
    ])
  })
  test('counts texts that were brought in, each day once, and prints nothing in them', () => {
    const old = edition(1, '2016-04-01', { kind: 'import' })
    const now = edition(2, '2023-10-01')
    expect(told([old, now])).toEqual(['2016-04-01 enacted', '2023-10-01 revised'])
    expect(told([old, now], ['2016-04-01', '2019-04-01'])).toEqual([
      '2016-04-01 enacted',
      '2019-04-01 revised',
      '2023-10-01 revised',
    ])
    expect(told([now, edition(3, '2016-04-01', { kind: 'import' })])).toEqual([])
  })
  test('goes on after a repeal', () => {
    const ended = edition(3, '2024-04-01', { kind: 'repeal' })
    expect(told([first, second, ended, edition(4, '2025-04-01')])).toEqual([
      '2021-04-01 enacted',
      '2023-10-01 revised',
      '2024-04-01 repealed',
      '2025-04-01 revised',
    ])
  })
  test('is what was known when the edition was recorded', () => {
    const later = edition(3, '2022-04-01')
    expect(historyOf([first, second, later], second).map(({ day }) => day)).toEqual([
      '2021-04-01',
      '2023-10-01',
    ])
  })
})

const history = historyOf(
  [
    edition(1, '2019-05-01'),
    edition(2, '2026-04-01', { summary: { ja: '委託先の監督', en: 'Oversight' } }),
  ],
  edition(2, '2026-04-01', { summary: { ja: '委託先の監督', en: 'Oversight' } }),
)
const everything = { dates: 'closing', history: true, supplement: true } as const
const plain = (locale: 'ja' | 'en') =>
  policy(
    {
      locale,
      title: {
        text: locale === 'ja' ? 'プライバシーポリシー' : 'Privacy Policy',
        printed: true,
      },
    },
    p(locale === 'ja' ? '次のとおり定めます。' : 'We say as follows.'),
    section(['s', 'purposes', locale === 'ja' ? '第1条　' : 'Article 1 ', '利用目的'], p('文。')),
    endMark(),
    signature(p('株式会社青葉')),
  )
const printed = (locale: 'ja' | 'en', printing: HistoryPrinting) =>
  printHistory(plain(locale), printing, history)

describe('what is printed of the editions', () => {
  test('in Japanese: the supplementary provision after the articles, dates and history at the end', () => {
    expect(textOf(printed('ja', everything))).toBe(
      [
        'プライバシーポリシー',
        '次のとおり定めます。',
        '第1条　利用目的',
        '文。',
        '附則',
        'このプライバシーポリシーは、令和8年4月1日から施行する。',
        '以上',
        '株式会社青葉',
        '制定日：令和元年5月1日',
        '最終改定日：令和8年4月1日',
        '改定履歴',
        '・令和元年5月1日　制定',
        '・令和8年4月1日　改定（委託先の監督）',
      ].join('\n'),
    )
  })
  test('in English, and with Western years', () => {
    expect(textOf(printed('en', everything))).toBe(
      [
        'Privacy Policy',
        'We say as follows.',
        'Article 1 利用目的',
        '文。',
        'Supplementary provision',
        'This Privacy Policy comes into force on April 1, 2026.',
        '以上',
        '株式会社青葉',
        'Enacted: May 1, 2019',
        'Last revised: April 1, 2026',
        'Revision history',
        '- May 1, 2019: Enacted',
        '- April 1, 2026: Revised (Oversight)',
      ].join('\n'),
    )
    expect(textOf(printed('ja', { ...everything, calendar: 'western' }))).toContain(
      '制定日：2019年5月1日\n最終改定日：2026年4月1日',
    )
  })
  test('below the title, when the dates are to stand there', () => {
    expect(
      textOf(printed('ja', { dates: 'preamble' }))
        .split('\n')
        .slice(1, 4),
    ).toEqual(['制定日：令和元年5月1日', '最終改定日：令和8年4月1日', '次のとおり定めます。'])
  })
  test('is nothing, and the document itself, when nothing is asked for or nothing has been', () => {
    const document = plain('ja')
    expect(printHistory(document, {}, history)).toBe(document)
    expect(printHistory(document, everything, [])).toBe(document)
  })
  test('is dates of the document, each of its kind', () => {
    expect(printed('ja', everything).dates.map(({ kind, date: day }) => [kind, day])).toEqual(
      expect.arrayContaining([
        ['effective', '2026-04-01'],
        ['enacted', '2019-05-01'],
        ['revised', '2026-04-01'],
      ]),
    )
  })
  test.each(['html', 'markdown', 'text'] as const)('is rendered as %s', (format) => {
    expect(render(printed('ja', everything), format)).toContain('最終改定日')
  })
  test('a title that is no word for a rule stands in marks', () => {
    const { title: _, ...rest } = plain('ja')
    const document: PolicyDocument = {
      ...rest,
      title: { text: '個人情報の取扱いについて', printed: true },
    }
    expect(textOf(printHistory(document, everything, history))).toContain(
      'この「個人情報の取扱いについて」は、令和8年4月1日から施行する。',
    )
  })
})

describe('what was printed of the editions is no record', () => {
  test('it is taken out again, and nothing with it', () => {
    expect(withoutGenerated(printed('ja', everything))).toEqual(plain('ja'))
  })
  test.each(fixturePolicies)('$name: the same records come out of it', ({ documents }) => {
    const [first, ...others] = documents.map((document) =>
      printHistory(document, everything, history),
    )
    expect(extract(first as PolicyDocument, ...others)).toEqual(extract(...documents))
  })
})

test('a date that the text states itself too is named, with its place', () => {
  const document = policy(
    {},
    section(
      ['s', 'other', '', '附則'],
      p(date(['effective'], '2021-04-01', '令和3年4月1日'), 'から施行する。'),
    ),
    p(date(['revised'], '2023-10-01', '令和5年10月1日'), '改定'),
  )
  const places = (prints: HistoryPrinting) =>
    datesPrintedTwice(document, { id: 'own', prints }).map(({ collection, id, field }) =>
      [collection, id, field].join(' '),
    )
  expect(places({})).toEqual([])
  expect(places({ dates: 'closing' })).toEqual(['policy own closing'])
  expect(places({ supplement: true })).toEqual(['sections s body'])
})

test('a printed day is read as that day', () => {
  const days = fc
    .date({ min: new Date('1868-02-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('ja', 'en'),
      fc.constantFrom(...calendars),
      (day, ...form) => {
        expect(readDate(printedDay(day, ...form))).toBe(day)
      },
    ),
  )
  expect(printedDay('2019-04-30', 'ja', 'wareki')).toBe('平成31年4月30日')
  expect(printedDay('2019-05-01', 'ja', 'wareki')).toBe('令和元年5月1日')
  expect(printedDay('1989-01-07', 'ja', 'wareki')).toBe('昭和64年1月7日')
})
