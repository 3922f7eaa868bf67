import type { Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import { drawsJapanese, testBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { create, update } from './records.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const { administrator, visitor, origin } = await testBrowser()
let policy = ''
let owner = ''
let section = ''

/** A policy whose operator gives neither its address nor its representative, and which cites an article it has not. */
beforeAll(async () => {
  const { page } = await administrator()
  owner = await create(page, 'organisations', {
    slug: 'komorebi-bungu',
    legalName: '株式会社こもれび文具',
    selfTerm: '当社',
  })
  policy = await create(page, 'policies', {
    organisation: owner,
    slug: 'privacy',
    title: 'プライバシーポリシー',
    titlePrinted: true,
  })
  const sections: [string, string, string][] = [
    [
      'purposes',
      '利用目的',
      '当社は、取得した個人情報を、ご注文の商品を発送するため及びお問い合わせに回答するために利用します。',
    ],
    [
      'thirdPartyProvision',
      '第三者への提供',
      '当社は、あらかじめご本人の同意を得ることなく、個人データを第三者に提供しません。',
    ],
    [
      'safetyMeasures',
      '安全管理措置',
      '当社は、個人データの漏えいの防止その他の安全管理のために必要な措置を講じます。',
    ],
    ['disclosure', '開示等の請求', '開示等の請求は、第14条の窓口に書面でお申し出ください。'],
    [
      'contact',
      'お問い合わせ窓口',
      '株式会社こもれび文具 お客様相談室（電話：03-6450-0000）で受け付けます。',
    ],
  ]
  for (const [kind, heading, text] of sections) {
    const id = await create(page, 'policy-sections', {
      policy,
      heading,
      kind,
      numbered: 'style',
      body: body(text),
    })
    if (kind === 'disclosure') section = id
  }
})

test('findings are seen, followed to their record, suppressed, waived and published in spite of', async () => {
  const { page, complaints } = await administrator()
  await page.goto(`/admin/collections/policies/${policy}`)
  await page.locator('.doc-tabs a', { hasText: '点検' }).click()
  await page.waitForURL(/\/check$/)
  await finding(page, 'org-address').waitFor()
  expect(await drawsJapanese(page, '.checking__message')).toBe(true)
  await picture(page, 'checking')

  const reference = finding(page, 'xref-broken')
  await reference.getByRole('link', { name: '編集画面を開く' }).click()
  await page.waitForURL(new RegExp(`/policy-sections/${section}`))
  await page.locator('.checking--record [data-rule="xref-broken"]').waitFor()
  // On the field as well, which the link led to.
  const onField = page.locator('.rich-text-lexical .checking__on-field[data-rule="xref-broken"]')
  await onField.waitFor()
  expect(
    await onField.locator('xpath=ancestor::*[contains(@class, "field-type")][1]').textContent(),
  ).toContain('第14条の窓口')
  await picture(page, 'checking-record')
  await update(page, 'policy-sections', section, {
    body: body('開示等の請求は、第5条の窓口に書面でお申し出ください。'),
  })

  await page.locator('.checking--record a', { hasText: 'ポリシーの点検へ' }).click()
  await page.waitForURL(/\/check$/)
  await finding(page, 'org-address').waitFor()
  expect(await finding(page, 'xref-broken').count()).toBe(0)
  const address = finding(page, 'org-address')
  await address.getByRole('button', { name: '除外する' }).click()
  await address.getByLabel('除外する理由').fill('住所は会社概要のページに掲載しているため')
  await address.getByRole('button', { name: '除外を保存する' }).click()
  await page.locator('.checking__suppressed summary').click()
  await page.locator('.checking__suppressed').getByText('住所は会社概要のページ').waitFor()

  await page.goto(`/admin/collections/policies/${policy}/publish`)
  const waivers = page.locator('.checking--waivers textarea')
  await waivers.first().waitFor()
  const review = page.getByRole('button', { name: '内容を確認する' })
  expect(await review.isDisabled()).toBe(true)
  for (const waiver of await waivers.all()) await waiver.fill('代表者の交代の登記を待っているため')
  await picture(page, 'checking-waivers')
  await review.click()
  await page.getByRole('button', { name: 'この内容で公表する' }).click()
  await page.getByText('第1版を公表しました').waitFor()
  await page.locator('.publishing__waivers summary').click()
  await page.locator('.publishing__waivers').getByText('登記を待っているため').first().waitFor()
  expect(complaints).toEqual([])
})

test('a record that is opened directly tells what is said of it', async () => {
  const { page, complaints } = await administrator()
  await page.goto(`/admin/collections/organisations/${owner}`)
  await page.locator('.checking--record [data-rule="org-representative"]').first().waitFor()
  expect(await page.locator('.checking--record .checking__policies').count()).toBe(0)
  await picture(page, 'checking-organisation')
  // By the admin's own ways, so that what was told is still known.
  await page.locator('.step-nav a[href$="/collections/organisations"]').click()
  await page.waitForURL(({ pathname }) => pathname.endsWith('/collections/organisations'))
  const again = page.waitForResponse((response) => response.url().includes('/findings'))
  await page.locator(`table a[href*="/organisations/${owner}"]`).first().click()
  expect((await again).status()).toBe(304)
  await page.locator('.checking--record [data-rule="org-representative"]').first().waitFor()
  expect(complaints).toEqual([])
})

test('in English, nothing but what is quoted is Japanese', async () => {
  const { page, complaints } = await administrator('en-GB')
  for (const [path, name] of [
    [`policies/${policy}/check`, 'checking'],
    [`policy-sections/${section}`, 'checking-record'],
    [`organisations/${owner}`, 'checking-organisation'],
    [`policies/${policy}/publish`, 'checking-waivers'],
  ]) {
    await page.goto(`/admin/collections/${path}`)
    const own = page.locator('.checking, .checking--record').first()
    if (name !== 'checking-record') await own.waitFor()
    else await page.locator('#field-heading').waitFor()
    await page
      .locator('.checking .checking__finding')
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => {})
    await picture(page, `${name}-en`)
    const said = await page
      .locator(
        '.checking h2, .checking__count, .checking__law, .checking__actions, .checking label',
      )
      .allTextContents()
    for (const words of said) expect(words).not.toMatch(/[ぁ-んァ-ヶ]/u)
  }
  expect(complaints).toEqual([])
})

test('a visitor reads nothing of it', async () => {
  const { page } = await visitor()
  for (const path of [
    `/api/privacy-policies/komorebi-bungu/privacy/check`,
    `/api/policies/${policy}/check`,
  ]) {
    const answer = await page.request.get(`${origin}${path}`)
    expect(answer.status()).toBe(401)
    expect(await answer.text()).not.toContain('org-')
  }
})

const finding = (page: Page, rule: string) => page.locator(`.checking [data-rule="${rule}"]`)

/** A body of one paragraph, as the editor stores it. */
const body = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        version: 1,
        format: '',
        indent: 0,
        direction: 'ltr',
        textFormat: 0,
        textStyle: '',
        children: [
          { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' },
        ],
      },
    ],
  },
})
