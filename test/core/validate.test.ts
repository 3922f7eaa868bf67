import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDayProblem, periodProblem } from '../../src/core/validate/calendar-day.ts'
import { corporateNumberProblem } from '../../src/core/validate/corporate-number.ts'
import { countryCodes, countryWords } from '../../src/core/validate/country.ts'
import { emailProblem } from '../../src/core/validate/email.ts'
import { numberingStyleProblem } from '../../src/core/validate/numbering-style.ts'
import { postalCodeProblem } from '../../src/core/validate/postal-code.ts'
import type { Validator } from '../../src/core/validate/problem.ts'
import { recordIdProblem } from '../../src/core/validate/record-id.ts'
import { organisationSlugProblem, slugProblem } from '../../src/core/validate/slug.ts'
import { telephoneProblem } from '../../src/core/validate/telephone.ts'
import { webUrlProblem } from '../../src/core/validate/web-url.ts'

const cases: { [name: string]: { validator: Validator; good: string[]; bad: string[] } } = {
  法人番号: {
    validator: corporateNumberProblem,
    // The example of the National Tax Agency's explanation, and the agency's own number.
    good: ['8700110005901', '7000012050002', '８７００１１０００５９０１'],
    bad: [
      '8700110005902',
      '870011000590',
      '87001100059010',
      'T8700110005901',
      '8700-110-005901',
      '0000000000000',
      '',
    ],
  },
  郵便番号: {
    validator: postalCodeProblem,
    good: ['135-0091', '〒135-0091', '〒 135-0091', '1350091', '１３５－００９１', '135−0091'],
    bad: ['135-009', '13-50091', '135-00911', '東京都', '135_0091'],
  },
  電話番号: {
    validator: telephoneProblem,
    good: [
      '03-6450-1471',
      '０３－６４５０－１４７１',
      '03(6450)1471',
      '03（6450）1471',
      '0364501471',
      '03 6450 1471',
      '03−6450−1471',
      '050-5799-0339',
      '090-1234-5678',
      '0120-700-779',
      '0800-123-4567',
      '0570-012-345',
      '099-123-4567',
      '+81-3-6450-1471',
      '+81 (0)3 6450 1471',
      '+81 90 1234 5678',
      '+44 20 7946 0958',
      '03-6450-1471（代表）',
      '03-6450-1471（平日10:00～17:00）',
    ],
    bad: [
      '3-6450-1471',
      '03-6450-147',
      '03-6450-14711',
      '090-1234-567',
      '00-1234-5678',
      '0120-700-7790',
      '+81-3-6450-147',
      '+0 123 456 789',
      '03-6450-1471 / 03-6450-1472',
      '03--6450-1471',
      '03-6450-1471-',
      '電話',
      '',
    ],
  },
  メールアドレス: {
    validator: emailProblem,
    good: [
      'privacy@example.co.jp',
      'a.b+c@sub.example.jp',
      'ｐｒｉｖａｃｙ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ',
      'privacy(at)example.co.jp',
      'privacy [at] example.co.jp',
      'privacy★at★example.co.jp',
      'privacy（アット）example.co.jp',
    ],
    bad: [
      'privacy',
      'privacy@example',
      'privacy@@example.co.jp',
      'a@b@example.co.jp',
      '.privacy@example.co.jp',
      'pri vacy@example.co.jp',
      'privacy@-example.co.jp',
      'privacy@example..jp',
      '<privacy@example.co.jp>',
      'privacy@example.co.jp,x@example.co.jp',
      `${'a'.repeat(65)}@example.co.jp`,
      '窓口@example.co.jp',
    ],
  },
  URL: {
    validator: webUrlProblem,
    good: [
      'https://www.example.co.jp/',
      'http://example.jp',
      'HTTPS://example.jp/privacy?x=1#top',
      'https://例え.jp/方針',
    ],
    bad: [
      'www.example.co.jp',
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.jp/',
      'mailto:a@example.jp',
      '//example.jp',
      'https://',
      'https://user:pass@example.jp/',
      'https://example.jp/ x',
      ' https://example.jp/',
      'https:\\\\example.jp',
    ],
  },
  日付: {
    validator: calendarDayProblem,
    good: ['2024-02-29', '2022-04-01'],
    bad: ['2023-02-29', '2024-2-9', '2024/02/29', '令和6年4月1日', '2024-13-01', ''],
  },
  スラッグ: {
    validator: slugProblem,
    good: ['privacy', 'aoba-shoji', 'a1', '2024'],
    bad: ['Privacy', 'aoba_shoji', '-a', 'a-', 'a--b', 'a.json', '方針', 'a b', '', 'a'.repeat(65)],
  },
  事業者のスラッグ: {
    validator: organisationSlugProblem,
    good: ['aoba', 'admin-office'],
    bad: ['admin', 'api', 'healthz', 'Aoba'],
  },
  番号の形式: {
    validator: numberingStyleProblem,
    good: [
      '第1条　',
      '第１条 ',
      '第一条　',
      '１．',
      '1. ',
      '(1)',
      '（１）',
      '①',
      'ア　',
      'Article 1 ',
      '(a) ',
    ],
    bad: ['第2条', '番号', '・', '', '1. x'],
  },
  ID: {
    validator: recordIdProblem,
    good: ['01a201d1-709a-729b-8ef7-cc4177121bd2'],
    bad: [
      '01A201D1-709A-729B-8EF7-CC4177121BD2',
      '1',
      '01a201d1709a729b8ef7cc4177121bd2',
      '01a201d1-709a-029b-8ef7-cc4177121bd2',
    ],
  },
}

describe.each(Object.entries(cases))('%s', (_, { validator, good, bad }) => {
  test.each(good)('`%s` is accepted', (value) => {
    expect(validator(value)).toBeNull()
  })
  test.each(bad)('`%s` is refused, with the remedy in both languages', (value) => {
    expect(validator(value)).toMatchObject({
      ja: expect.stringMatching(/ください|できません/),
      en: expect.stringMatching(/^[\x20-\x7e“”’]+\.$/),
    })
  })
})

describe('the check digit of a corporate number', () => {
  const base = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  const numbersOf = (digits: readonly number[]) =>
    Array.from({ length: 10 }, (_, check) => `${check}${digits.join('')}`)

  test('one of ten digits fits, and it is never 0', () => {
    fc.assert(
      fc.property(base, (digits) => {
        const fitting = numbersOf(digits).filter(
          (number) => corporateNumberProblem(number) === null,
        )
        expect(fitting).toHaveLength(1)
        expect(fitting[0]).not.toMatch(/^0/)
      }),
    )
  })

  test('every error of one digit is found, save 0 for 9 and 9 for 0', () => {
    fc.assert(
      fc.property(base, fc.nat({ max: 12 }), fc.nat({ max: 9 }), (digits, at, other) => {
        const number = numbersOf(digits).find((one) => corporateNumberProblem(one) === null) ?? ''
        const wrong = number.slice(0, at) + other + number.slice(at + 1)
        const isUnseen = Math.abs(Number(number[at]) - other) === 9
        fc.pre(wrong !== number && !(isUnseen && at > 0))
        expect(corporateNumberProblem(wrong)).not.toBeNull()
      }),
    )
  })
})

test.each(Object.entries(cases))('%s: no text makes the validator throw', (_, { validator }) => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => void validator(value)))
})

test.each(Object.entries(cases))('%s: a very long text is answered at once', (_, { validator }) => {
  for (const piece of ['1', 'a', '1-', '(', '(1', 'a.', 'a@', '第'])
    expect(validator(`${piece.repeat(20_000)}!`)).not.toBeNull()
})

test('a period ends no earlier than it begins, and may be open', () => {
  expect(periodProblem({ from: '2024-04-01', to: '2024-04-01' })).toBeNull()
  expect(periodProblem({ from: null, to: '2024-04-01' })).toBeNull()
  expect(periodProblem({ from: '2024-04-02', to: '2024-04-01' })?.ja).toContain('2024-04-02')
})

test('a country has its code once, and a name in both languages', () => {
  expect(new Set(countryCodes).size).toBe(249)
  expect(countryWords('US')).toEqual({ ja: 'アメリカ合衆国', en: 'United States' })
  for (const code of countryCodes) {
    expect(code).toMatch(/^[A-Z]{2}$/)
    expect(countryWords(code).ja, code).not.toBe(code)
    expect(countryWords(code).en, code).not.toBe(code)
  }
})
