import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import { chromiumArguments } from './chromium.ts'

/** A page under test, and what went wrong on it: errors of scripts, refused resources, failed requests. */
export type WatchedPage = { readonly page: Page; readonly complaints: readonly string[] }

export type TestBrowser = {
  /** Where the site under test is. */
  readonly origin: string
  /** A page of someone who has not signed in. */
  readonly visitor: () => Promise<WatchedPage>
  /** A page of the first administrator, signed in through the form. @default in Japanese */
  readonly administrator: (locale?: string) => Promise<WatchedPage>
}

/**
 * A browser on the running site, Japanese as our editors' are. For the top level of a test file:
 * `const browser = await testBrowser()`; it is closed after the file's last test.
 */
export async function testBrowser(): Promise<TestBrowser> {
  const { origin, email, password } = inject('testSite')
  const { path, libraries } = inject('chromium')
  const browser = await chromium.launch({
    executablePath: path,
    args: chromiumArguments,
    ...(libraries && { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  })
  afterAll(() => browser.close())
  const newContext = (locale = 'ja-JP') =>
    browser.newContext({ baseURL: origin, locale, timezoneId: 'Asia/Tokyo' })

  const administrator = async (locale?: string) => {
    const watched = await watchedPage(await newContext(locale))
    const { page } = watched
    await page.goto('/admin/login')
    await page.fill('#field-email', email)
    await page.fill('#field-password', password)
    await page.click('button[type=submit]')
    await page.waitForURL((url) => url.pathname === '/admin')
    return watched
  }
  return { origin, visitor: async () => watchedPage(await newContext()), administrator }
}

async function watchedPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints }
}

/** Whether an element's text is drawn in Japanese: a font without the glyphs draws the same box for every kanji. */
export function drawsJapanese(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate(async (element) => {
      const { fontFamily, fontWeight } = getComputedStyle(element)
      const font = `${fontWeight} 32px ${fontFamily}`
      await document.fonts.load(font, '個人情報')
      const drawn = ['個', '人', '報'].map((glyph) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 })
        const context = canvas.getContext('2d')
        if (!context) throw new Error('Expected a canvas to draw on')
        context.font = font
        context.fillText(glyph, 4, 36)
        return canvas.toDataURL()
      })
      return new Set(drawn).size === drawn.length
    })
}
