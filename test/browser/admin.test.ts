import { expect, test } from 'vitest'
import { drawsJapanese, testBrowser } from './browser.ts'

const { visitor, administrator } = await testBrowser()

test('a visitor is asked to sign in, in Japanese', async () => {
  const { page, complaints } = await visitor()
  await page.goto('/')
  await page.waitForURL(/\/admin\/login/)
  expect(await page.locator('button[type=submit]').textContent()).toBe('ログイン')
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([])
})

test('the first administrator signs in, and nothing on the way is refused or fails', async () => {
  const { page, complaints } = await administrator()
  await page.goto('/admin/collections/users')
  await page.locator('.collection-list').waitFor()
  expect(await page.locator('h1').first().textContent()).toBe('ユーザー')
  expect(complaints).toEqual([])
})

test('Japanese is drawn on a machine without Japanese fonts', async () => {
  const { page } = await administrator()
  await page.goto('/admin/collections/users')
  for (const selector of ['body', 'h1', '.step-nav', 'button', 'input']) {
    expect(await drawsJapanese(page, selector), selector).toBe(true)
  }
})

test('GraphQL can be tried by users only, with the schema at hand', async () => {
  const stranger = await visitor()
  await stranger.page.goto('/api/graphql-playground')
  await stranger.page.waitForURL(/\/admin\/login\?redirect=/)
  const { page, complaints } = await administrator()
  const introspected = page.waitForResponse((response) => response.url().endsWith('/api/graphql'))
  await page.goto('/api/graphql-playground/')
  const { data } = await (await introspected).json()
  expect(data.__schema.queryType.name).toBe('Query')
  expect(complaints).toEqual([])
})

test('all sections of a policy are in one list, each with what it stands in, so that any can be dragged anywhere', async () => {
  const { page, complaints } = await administrator()
  await page.setViewportSize({ width: 1280, height: 3000 })
  const of = 'where[organisation.slug][equals]=aoba-health&depth=0'
  const { docs } = await (await page.request.get(`/api/policies?${of}`)).json()
  await page.goto(`/admin/collections/policies/${docs[0].id}`)
  const rows = page.locator('.relationship-table tbody tr')
  await rows.filter({ hasText: 'お客様の個人情報' }).getByText('（利用目的）').waitFor()
  expect(docs[0].sections.docs.length).toBeGreaterThan(40)
  expect(await rows.count()).toBe(docs[0].sections.docs.length)
  expect(complaints).toEqual([])
})
