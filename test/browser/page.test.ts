import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { drawsJapanese, testBrowser } from './browser.ts'

const { visitor } = await testBrowser()
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const address = '/aoba-health/privacy-policy'
const looks = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const

/** What axe finds against WCAG 2.2 AA. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const found = await axe.run({ runOnly: tags })
    return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
  })
}

/** By how much the page is wider than the screen. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** For people to look at, where SCREENSHOTS names a folder. */
async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

describe.each(looks)('the page at $width px, $colorScheme', ({ width, colorScheme }) => {
  test('can be read by everybody: no violation, no sideways scroll, no error, no tofu', async () => {
    const { page, complaints } = await visitor()
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const response = await page.goto(address)
    expect(response?.status()).toBe(200)
    await keepScreenshot(page, `page-${width}-${colorScheme}`)
    expect(await page.title()).toBe('プライバシーポリシー | 株式会社青葉ヘルスケア')
    expect(await sideways(page)).toBe(0)
    for (const selector of ['.policy p', '.policy h2', 'summary'])
      expect(await drawsJapanese(page, selector), selector).toBe(true)
    expect(complaints).toEqual([])
    expect(await violations(page)).toEqual([])
  })
})

test.each([
  [390, '.contents-folded'],
  [1280, '.contents-open'],
])('at %i px the table of contents leads to the sections', async (width, contents) => {
  const { page } = await visitor()
  await page.setViewportSize({ width, height: 844 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(address)
  const summary = page.locator(`${contents} summary`)
  if (await summary.isVisible()) await summary.click()
  const links = page.locator(`${contents} a`)
  expect(await links.count()).toBeGreaterThan(10)
  const link = links.filter({ hasText: '利用目的' }).first()
  const words = (await link.textContent()) ?? ''
  await link.click()
  const heading = page.locator('section:target > :is(h2, h3)').first()
  expect(((await heading.textContent()) ?? '').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''))
  const top = await heading.evaluate((element) => element.getBoundingClientRect().top)
  expect(top).toBeGreaterThanOrEqual(0)
  expect(top).toBeLessThan(400)
})

test('by keyboard, the first thing offered is to skip to the text', async () => {
  const { page } = await visitor()
  await page.goto(address)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('policy-text')
})

test('on paper there is the text and what identifies it, black on white', async () => {
  const { page } = await visitor()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(address)
  expect(await page.locator('nav:visible').count()).toBe(0)
  expect(await page.locator('.page-footer code').isVisible()).toBe(true)
  const { color, backgroundColor } = await page.locator('body').evaluate((body) => {
    const style = getComputedStyle(body)
    return { color: style.color, backgroundColor: style.backgroundColor }
  })
  expect([color, backgroundColor]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
})

test('an edition by its number and an address without a policy are pages too', async () => {
  const { page } = await visitor()
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [path, status] of [
    [`${address}/editions/1`, 200],
    ['/aoba-health/unknown', 404],
  ] as const) {
    expect((await page.goto(path))?.status()).toBe(status)
    expect(await sideways(page)).toBe(0)
    expect(await violations(page)).toEqual([])
  }
})
