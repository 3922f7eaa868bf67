import { describe, expect, test } from 'vitest'
import { datesIn, isCalendarDay, jstDay, readDate } from '../../src/core/calendar.ts'

describe('dates', () => {
  test.each([
    ['2023年10月1日', '2023-10-01'],
    ['２０２３年４月１日', '2023-04-01'],
    ['2020年05月01日', '2020-05-01'],
    ['令和5年10月1日', '2023-10-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成三十年四月一日', '2018-04-01'],
    ['昭和64年1月7日', '1989-01-07'],
    ['二〇二三年十月一日', '2023-10-01'],
    ['2023/10/01', '2023-10-01'],
    ['2023.10.1', '2023-10-01'],
    ['R5.10.1', '2023-10-01'],
    ['October 1, 2023', '2023-10-01'],
    ['1 October 2023', '2023-10-01'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  test.each([
    '2023年2月29日',
    '令和5年13月1日',
    '平成十五年法律第五十七号',
    '192.168.10.1',
    '99年1月1日',
  ])('%s is no date', (text) => {
    expect(datesIn(text)).toEqual([])
  })

  test('a date is found where it stands', () => {
    expect(datesIn('本方針は、令和5年4月1日から施行する。')).toEqual([
      { start: 5, end: 13, text: '令和5年4月1日', date: '2023-04-01' },
    ])
  })

  test('a day exists or it does not', () => {
    expect(isCalendarDay('2024-02-29')).toBe(true)
    expect(isCalendarDay('2023-02-29')).toBe(false)
    expect(isCalendarDay('2023-2-1')).toBe(false)
  })

  test('the day in Japan begins at 15:00 UTC', () => {
    expect(jstDay(new Date('2024-03-31T14:59:59Z'))).toBe('2024-03-31')
    expect(jstDay(new Date('2024-03-31T15:00:00Z'))).toBe('2024-04-01')
  })
})
