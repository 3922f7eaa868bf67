import type { Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import { testBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { create, update } from './records.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const { administrator, visitor, origin } = await testBrowser()
const organisation = 'shirasagi'
const password = 'a password for the tests'
let policy = ''

beforeAll(async () => {
  const { page } = await administrator()
  const owner = await create(page, 'organisations', {
    slug: organisation,
    legalName: '株式会社しらさぎ交通',
    selfTerm: '当社',
  })
  policy = await create(page, 'policies', {
    organisation: owner,
    slug: 'privacy',
    title: 'プライバシーポリシー',
    titlePrinted: true,
    prints: { dates: 'closing', history: true, supplement: true },
  })
  await create(page, 'policy-sections', {
    policy,
    heading: '利用目的',
    kind: 'purposes',
    numbered: 'style',
  })
  await create(page, 'users', {
    name: '編集者',
    email: 'editor@example.com',
    password,
    policyRole: 'editor',
    policyOrganisations: [owner],
  })
})

test('a publisher publishes, announces a change, and carries an urgent one into it', async () => {
  const { page, complaints } = await administrator()
  await page.goto(`/admin/collections/policies/${policy}`)
  await page.locator('.doc-tabs a', { hasText: '公表' }).click()
  await page.waitForURL(/\/publish$/)
  await page.getByText('まだ一度も公表していません').waitFor()
  await picture(page, 'publishing-first')

  await page.fill('textarea[name="summary-ja"]', '制定')
  await publish(page)
  const done = page.locator('.publishing__done')
  await done.getByText(/第1版を公表しました（\d{4}-\d\d-\d\d 施行）。/).waitFor()
  expect(await done.locator('code').textContent()).toMatch(/^[0-9a-f]{64}$/)
  expect(await done.locator('a').first().getAttribute('href')).toContain(`/${organisation}/privacy`)
  await page.getByText('未公表の変更はありません（第1版と同じ内容です）。').waitFor()
  expect(await standing(page, 1)).toBe('施行中')

  const { page: reader } = await visitor()
  await reader.goto(`/${organisation}/privacy`)
  await reader.getByText('から施行する。').waitFor()

  await update(page, 'policies', policy, { title: '個人情報保護方針' })
  await page.reload()
  await page.getByText('第1版から変更されています。').waitFor()
  expect(await page.locator('.publishing__changes li').allTextContents()).toEqual(['変更 表題'])
  await page.fill('input[name="effectiveFrom"]', inDays(40))
  await publish(page)
  await page.getByText('第2版を公表しました').waitFor()
  expect(await standing(page, 2)).toBe('施行待ち')

  await page.locator('tr[data-edition="1"] button', { hasText: '作業中に戻す' }).click()
  await page.locator('.publishing__asked .btn').first().click()
  await page.getByText('第1版を作業中の版に戻しました。').waitFor()
  await page.getByText('作業中の版は、第1版と同じ内容です。').waitFor()
  const section = await firstSection(page)
  await update(page, 'policy-sections', section, { heading: '個人情報の利用目的' })
  await page.reload()
  await page.getByText('その日が来ると、今回の変更は失われます').waitFor()
  await page.locator('input[value="reissue"]').check()
  await picture(page, 'publishing-pending')
  await publish(page)
  await page.getByText('第4版を公表しました').waitFor()
  expect(await page.getByRole('button', { name: 'この内容で公表する' }).count()).toBe(0)
  expect(await Promise.all([2, 4, 5].map((number) => standing(page, number)))).toEqual([
    '取下げ済み',
    '施行中',
    '施行待ち',
  ])
  await picture(page, 'publishing-done')
  expect(complaints).toEqual([])
})

test('what stands in the way is told, with a link to its place', async () => {
  const { page } = await administrator()
  const section = await firstSection(page)
  await update(page, 'policies', policy, { title: 'Privacy Policy' }, 'en')
  await page.goto(`/admin/collections/policies/${policy}/publish`)
  await page.getByText('未入力があるため公表されません').waitFor()
  await page.locator('.publishing__problems li', { hasText: 'heading' }).locator('a').click()
  await page.waitForURL(new RegExp(`/admin/collections/policy-sections/${section}`))
})

test('an editor sees it all and why he cannot publish', async () => {
  const { page } = await visitor()
  await page.goto('/admin/login')
  await page.fill('#field-email', 'editor@example.com')
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL((url) => url.pathname === '/admin')
  await page.goto(`/admin/collections/policies/${policy}/publish`)
  await page.getByText('公表できるのは、この事業者の「公表者」か「管理者」').waitFor()
  expect(await page.locator('textarea[name="summary-ja"]').isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: '内容を確認する' }).isDisabled()).toBe(true)
  await picture(page, 'publishing-editor')
})

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '内容を確認する' }).click()
  await page.getByText('変更も削除もできません。').waitFor()
  await page.getByRole('button', { name: 'この内容で公表する' }).click()
}

async function standing(page: Page, number: number): Promise<string | null> {
  return page.locator(`tr[data-edition="${number}"] .publishing__standing`).textContent()
}

const inDays = (days: number) =>
  new Date(Date.now() + (days * 24 + 9) * 3_600_000).toISOString().slice(0, 10)

async function firstSection(page: Page): Promise<string> {
  const query = `where[policy][equals]=${policy}&depth=0`
  const answer = await page.request.get(`${origin}/api/policy-sections?${query}`)
  return (await answer.json()).docs[0].id
}
