import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { testBrowser } from './browser.ts'

const { administrator } = await testBrowser()

type Stored = { readonly id: string; readonly body?: unknown }
const records: Record<'organisation' | 'policy' | 'partner' | 'purpose', string> = {
  organisation: '',
  policy: '',
  partner: '',
  purpose: '',
}

beforeAll(async () => {
  const { page } = await administrator()
  records.organisation = await create(page, 'organisations', {
    slug: 'komorebi',
    legalName: '株式会社こもれび書房',
    selfTerm: '当社',
  })
  const { organisation } = records
  records.policy = await create(page, 'policies', {
    organisation,
    slug: 'privacy',
    title: 'プライバシーポリシー',
    numbering: [{ style: '第1条　' }],
  })
  records.partner = await create(page, 'joint-use-partners', {
    organisation,
    name: '株式会社せせらぎ物流',
  })
  records.purpose = await create(page, 'purposes', {
    organisation,
    text: 'お問い合わせへの対応のため',
  })
})

describe('a section is written', () => {
  test('in Japanese, with a list, a nested list and an inline record, and nothing is lost', async () => {
    const { page, complaints } = await administrator()
    const section = await newSection(page)
    const body = await openBody(page, section)

    await body.click()
    await page.keyboard.insertText('当社は、')
    await choose(page, '共同利用者')
    await fillIn(page, async (drawer) => {
      await drawer.locator('.rs__control').click()
      await page.locator('.rs__option', { hasText: 'せせらぎ' }).click()
    })
    await body.locator('.inline-node', { hasText: '株式会社せせらぎ物流' }).waitFor()
    await page.keyboard.insertText('との間で次の個人データを共同利用します。')
    await page.keyboard.press('Enter')
    await choose(page, '順序付き')
    await page.keyboard.insertText('氏名')
    await choose(page, '記号')
    await page.locator('.marker-editor__button', { hasText: '（１）' }).click()
    await page.locator('.marker-editor').waitFor({ state: 'detached' })
    await enter(page, '連絡先')
    await enter(page, '')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('電話番号')
    await enter(page, '住所')
    const lines = ['（１）氏名', '（２）連絡先', '①電話番号', '②住所']
    await expect.poll(() => printedItems(body)).toEqual(lines)

    await save(page)
    const { body: stored } = await read(page, 'policy-sections', section)
    await page.reload()
    await body.locator('.inline-node', { hasText: '株式会社せせらぎ物流' }).waitFor()
    expect(await printedItems(body)).toEqual(lines)
    await page.fill('#field-heading', '共同利用')
    await save(page)
    expect((await read(page, 'policy-sections', section)).body).toEqual(stored)
    expect(complaints).toEqual([])
  })

  test('with records in rows, which say what they print', async () => {
    const { page } = await administrator()
    const section = await newSection(page)
    const body = await openBody(page, section)
    await body.click()
    await choose(page, '利用目的の一覧')
    await body.locator('.array-field__add-row').click()
    await body.locator('.array-field__row .rs__control').first().click()
    await page.locator('.rs__option', { hasText: 'お問い合わせ' }).click()
    await body.locator('.array-field__row input[name="rows.0.marker"]').fill('（１）')
    await body.locator('.body-row', { hasText: '（１）お問い合わせへの対応のため' }).waitFor()
    await save(page)
    const { body: stored } = await read(page, 'policy-sections', section)
    expect(JSON.stringify(stored)).toContain(records.purpose)
    await page.reload()
    await body.locator('.body-row', { hasText: '（１）お問い合わせへの対応のため' }).waitFor()
  })
})

describe('a list of an imported section', () => {
  test('shows the markers that it prints, goes on with them, and has them changed and undone', async () => {
    const { page } = await administrator()
    const body = await openBody(page, await newSection(page, listOf('（１）', '（２）', '（３）')))
    expect(await printedItems(body)).toEqual(['（１）項目1', '（２）項目2', '（３）項目3'])

    await caretAfter(page, body, '項目1')
    await enter(page, '新しい項目')
    const grown = ['（１）項目1', '（２）新しい項目', '（３）項目2', '（４）項目3']
    await expect.poll(() => printedItems(body)).toEqual(grown)

    await body.locator('li[data-marker="（２）"]').click({ position: { x: 10, y: 10 } })
    await page.fill('.marker-editor__input', '②')
    await page.keyboard.press('Enter')
    const changed = ['①項目1', '②新しい項目', '③項目2', '④項目3']
    await expect.poll(() => printedItems(body)).toEqual(changed)
    await page.keyboard.press('Control+z')
    await expect.poll(() => printedItems(body)).toEqual(grown)
  })

  test('keeps markers that follow no order as they are', async () => {
    const { page } = await administrator()
    const section = await newSection(page, listOf('（１）', '（１）', '・'))
    const body = await openBody(page, section)
    await caretAfter(page, body, '項目3')
    await enter(page, '項目4')
    const lines = ['（１）項目1', '（１）項目2', '・項目3', '・項目4']
    await expect.poll(() => printedItems(body)).toEqual(lines)
  })
})

/** What each item prints, its marker first. */
function printedItems(body: Locator): Promise<string[]> {
  return body
    .locator('li[data-marker]')
    .evaluateAll((items: HTMLElement[]) =>
      items.map((item) => (item.dataset.marker ?? '') + item.textContent),
    )
}

/**
 * Chooses from the menu that a slash opens, also in the middle of a sentence. Payload's menu lists what fits the query
 * a moment before it knows how much of the text to take away; it knows when it is as wide as the query.
 */
async function choose(page: Page, item: string): Promise<void> {
  const menu = page.locator('#slash-menu')
  const widthOfQuery = async () => (await menu.boundingBox())?.width ?? 0
  await page.keyboard.type('/')
  await page.locator('.slash-menu-popup').waitFor()
  const widthOfSlash = await widthOfQuery()
  await page.keyboard.insertText(item)
  await page.locator('.slash-menu-popup__item--selected', { hasText: item }).waitFor()
  await expect.poll(widthOfQuery).toBeGreaterThan(widthOfSlash)
  await page.keyboard.press('Enter')
  await page.locator('.slash-menu-popup').waitFor({ state: 'detached' })
}

async function enter(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(text)
}

/** The drawer of an inline node that was just inserted. */
async function fillIn(page: Page, fill: (drawer: Locator) => Promise<void>): Promise<void> {
  const drawer = page.locator('.drawer--is-open').last()
  await fill(drawer)
  await settled(page)
  await drawer.getByRole('button', { name: '変更を保存' }).click()
  await page.locator('.drawer--is-open').waitFor({ state: 'detached' })
}

/** A click to the right of an item's text sets the caret after it. */
async function caretAfter(page: Page, body: Locator, text: string): Promise<void> {
  const item = body.locator('li[data-marker]', { hasText: text })
  const { width = 0, height = 0 } = (await item.boundingBox()) ?? {}
  await item.click({ position: { x: width - 4, y: height / 2 } })
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorOffset)).toBe(text.length)
}

async function openBody(page: Page, section: string): Promise<Locator> {
  await page.goto(`/admin/collections/policy-sections/${section}`)
  const body = page.locator('.ContentEditable__root').first()
  await body.waitFor()
  return body
}

/** Payload hands what was filled in to the text after a pause, by way of the server. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.waitForLoadState('networkidle')
}

async function save(page: Page): Promise<void> {
  await settled(page)
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await page.click('#action-save')
  expect((await saved).status()).toBe(200)
}

function newSection(page: Page, body?: unknown): Promise<string> {
  return create(page, 'policy-sections', {
    policy: records.policy,
    kind: 'jointUse',
    numbered: 'style',
    heading: '個人データの共同利用',
    ...(body !== undefined && { body }),
  })
}

async function create(page: Page, slug: string, data: object): Promise<string> {
  const answer = await send(page, `/api/${slug}?locale=ja`, data)
  return (answer as { readonly doc: Stored }).doc.id
}

async function read(page: Page, slug: string, id: string): Promise<Stored> {
  return (await send(page, `/api/${slug}/${id}?locale=ja&depth=0`)) as Stored
}

/** As the page itself would, with the cookie and the origin of its user. */
async function send(page: Page, path: string, data?: object): Promise<unknown> {
  const { status, text } = await page.evaluate(
    async ([path, body]) => {
      const response = await fetch(path, {
        ...(body && { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
      })
      return { status: response.status, text: await response.text() }
    },
    [path, data ? JSON.stringify(data) : ''] as const,
  )
  if (status >= 300) throw new Error(`Expected ${path} to be answered, not ${status}: ${text}`)
  return JSON.parse(text)
}

function listOf(...markers: readonly string[]): unknown {
  const element = (type: string, children: readonly unknown[], more = {}) => ({
    type,
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children,
    ...more,
  })
  const text = (value: string) => ({
    type: 'text',
    version: 1,
    detail: 0,
    format: 0,
    mode: 'normal',
    style: '',
    text: value,
  })
  const items = markers.map((marker, i) =>
    element('listitem', [text(`項目${i + 1}`)], { value: i + 1, $: { marker } }),
  )
  const list = element('list', items, { listType: 'number', tag: 'ol', start: 1 })
  return { root: element('root', [list]) }
}
