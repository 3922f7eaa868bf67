import { expect, test } from 'vitest'
import { accreditedBody } from '../../../../src/core/check/rules/rights/accredited-body.ts'
import { reqProcedure } from '../../../../src/core/check/rules/rights/req-procedure.ts'
import { rightsComplete } from '../../../../src/core/check/rules/rights/rights-complete.ts'
import { findings, found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

const asked = '保有個人データの開示、訂正、追加、削除、利用停止、消去又は第三者への提供停止'

test('requests that only the desk tells of', () => {
  const text = policy({
    第三者提供:
      '当社は、次の場合を除き、個人データを第三者に提供しません。\n・本人の同意がある場合\n・法令に基づき、開示を求められた場合',
    お問い合わせ: `${asked}を希望される場合は、お問い合わせフォームよりご連絡ください。`,
  })
  expect(findings(reqProcedure, text)).toMatchObject([
    { severity: 'warning', place: { text: expect.stringContaining('お問い合わせフォーム') } },
  ])
  expect(findings(rightsComplete, text)[0]?.message.ja).not.toContain('訂正')
})

test('requests in a list of its own, and identity in a note below it', () => {
  const text = policy({
    ご相談窓口:
      '次のご希望は、窓口に電話でご連絡ください。\n利用目的の通知を希望する場合\n開示を希望する場合\n訂正・追加又は削除を希望する場合\n利用の停止又は消去若しくは第三者への提供の停止を希望する場合\n・ご連絡の後、ご本人であることの確認のため、書類の提出をお願いします。',
  })
  expect(found(reqProcedure, text)).toEqual([])
  expect(findings(rightsComplete, text)).toMatchObject([{ severity: 'info' }])
})

test('what the text calls 開示 and is provision asks for no procedure of requests', () => {
  const text = policy({
    個人情報の開示: '当社は、次の場合を除き、個人情報を第三者に開示しません。\n・法令に基づく場合',
  })
  expect(found(rightsComplete, text)).toEqual([])
  expect(findings(reqProcedure, text)[0]?.message.ja).toContain('手続が書かれていません')
})

test('requests for correction have a procedure, whether disclosure has one', () => {
  const text = policy({
    訂正等: '個人情報の訂正・削除・利用停止を希望される場合は、ご本人確認をした上で対応します。',
  })
  expect(findings(reqProcedure, text)).toMatchObject([{ severity: 'warning' }])
  const two = policy({
    個人情報の開示: '本人から開示の請求があったときは、開示します。',
    '個人情報の修正、利用中止等': '次の窓口にご連絡ください。',
  })
  expect(findings(rightsComplete, two)[0]?.message.ja).not.toMatch(/訂正|利用停止/u)
})

test('an accredited body that there is none of', () => {
  const text = policy({
    認定個人情報保護団体: '当社の所属する「認定個人情報保護団体」は現在のところございません。',
  })
  expect(found(accreditedBody, text)).toEqual([])
})
