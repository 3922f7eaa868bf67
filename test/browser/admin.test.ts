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
