import { beforeAll, expect, test, vi } from 'vitest'
import { amendedPolicy, commandBesideSite } from './amended-policy.ts'
import { drawsJapanese, testBrowser } from './browser.ts'
import { picture } from './picture.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const { administrator, visitor, origin } = await testBrowser()
const command = commandBesideSite()
let policy = ''

beforeAll(async () => {
  const { page } = await administrator()
  policy = await amendedPolicy(page, 'tsubame', command)
})

test('the working copy is read beside an edition: changes, by which law, and the 新旧対照表', async () => {
  const { page, complaints } = await administrator()
  await page.goto(`/admin/collections/policies/${policy}`)
  await page.locator('.doc-tabs a', { hasText: '比較' }).click()
  await page.waitForURL(/\/compare$/)
  const partner = page.locator('[data-change="partner added"]')
  await partner.getByText('つばめ堂オンライン株式会社').waitFor()
  expect(await drawsJapanese(page, '.comparing__table')).toBe(true)
  expect(await partner.locator('.comparing__law').allTextContents()).toContain(
    '個人情報保護法27条5項3号',
  )
  const duty = page.locator('[data-duty="jointUseScope"]')
  await duty.getByText('本人の同意', { exact: true }).waitFor()
  await page.getByText('法的助言ではありません').waitFor()

  const table = page.locator('.comparing__table')
  expect(await table.locator('th[scope="col"]').allTextContents()).toEqual([
    '改正後',
    '改正前（第1版）',
  ])
  await table.locator('ins', { hasText: '会員証の発行及び会員向け特典の提供のため' }).waitFor()
  await table.locator('del', { hasText: '1,000円' }).waitFor()
  await table.getByText('第１条　（略）').first().waitFor()
  await picture(page, 'comparing')

  for (const format of ['DOCX', 'PDF', 'HTML']) {
    const link = page.locator('.comparing__downloads a', { hasText: format })
    const answer = await page.request.get(String(await link.getAttribute('href')))
    expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'private, no-store'])
  }

  await page.selectOption('select[name="after"]', '1')
  await page.getByText('変更はありません。').waitFor()
  await page.selectOption('select[name="after"]', '')
  await partner.waitFor()
  await partner.getByRole('link', { name: '開く' }).click()
  await page.waitForURL(/\/joint-use-partners\//)
  await page.locator('#field-name').waitFor()
  expect(await page.locator('#field-name').inputValue()).toBe('つばめ堂オンライン株式会社')
  expect(complaints).toEqual([])
})

test('a change is published once each duty is recorded, and the edition keeps the records', async () => {
  const { page, complaints } = await administrator()
  await page.goto(`/admin/collections/policies/${policy}/publish`)
  const duties = page.locator('.duties .duty')
  await duties.first().waitFor()
  await page.getByText('これは確認のための一覧であり、法的助言ではありません。').waitFor()
  // What the check finds in the text is another matter.
  for (const waiver of await page.locator('.checking--waivers textarea').all())
    await waiver.fill('次の改定で直すことを法務部と合意しているため')
  const review = page.getByRole('button', { name: '内容を確認する' })
  expect(await review.isDisabled()).toBe(true)

  const count = await duties.count()
  await duties.first().locator('input[value="waived"]').check()
  await duties.first().locator('textarea[name="reason"]').fill('従来の目的と関連する変更のため')
  await duties.nth(1).locator('input[name="where"]').fill('トップページのお知らせ')
  await duties.nth(1).locator('input[name="leadDays"]').fill('30')
  await duties.nth(1).getByText('までは0日です').waitFor()
  await duties.nth(1).locator('input[name="leadDays"]').fill('')
  for (let i = 2; i < count; i++)
    await duties.nth(i).getByRole('button', { name: '前の事項と同じにする' }).click()
  await picture(page, 'comparing-duties')
  await review.click()
  await page.getByRole('button', { name: 'この内容で公表する' }).click()
  await page.getByText('第2版を公表しました').waitFor()
  await page.locator('.publishing__duties summary').click()
  const kept = page.locator('.publishing__duties')
  await kept.getByText('従来の目的と関連する変更のため').waitFor()
  await kept.getByText('トップページのお知らせ').first().waitFor()
  await picture(page, 'comparing-recorded')
  expect(complaints).toEqual([])
})

test('in English too', async () => {
  const { page } = await administrator()
  const { user } = await (await page.request.get(`${origin}/api/users/me`)).json()
  expect(user).toBeTruthy()
  await page.context().addCookies([{ name: 'payload-lng', value: 'en', url: origin }])
  await page.goto(`/admin/collections/policies/${policy}/compare`)
  await page.selectOption('select[name="before"]', '1')
  await page.selectOption('select[name="after"]', '2')
  await page.getByText('APPI 27(5)(3)').first().waitFor()
  await page.getByText('not legal advice').waitFor()
  await picture(page, 'comparing-en')
})

test('a visitor reads nothing of it', async () => {
  const { page } = await visitor()
  for (const end of ['compare', 'compare?format=txt', 'duties'])
    for (const path of [
      `/api/privacy-policies/tsubame/privacy/${end}`,
      `/api/policies/${policy}/${end}`,
    ]) {
      const answer = await page.request.get(`${origin}${path}`)
      expect(answer.status()).toBe(401)
      expect(await answer.text()).not.toMatch(/つばめ堂|purpose/)
    }
})
