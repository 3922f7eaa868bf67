import type { Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import type { PickableText } from '../../src/operations/publishing/pickable-text.ts'
import { amendedPolicy, commandBesideSite } from './amended-policy.ts'
import { testBrowser } from './browser.ts'
import { picture } from './picture.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const { administrator, origin } = await testBrowser()
const command = commandBesideSite()
const address = 'tsubame-part/privacy'
let policy = ''

beforeAll(async () => {
  const { page } = await administrator()
  policy = await amendedPolicy(page, 'tsubame-part', command)
})

test('a publisher ticks what goes into the edition; the rest waits for the next one', async () => {
  const { page, complaints } = await administrator()
  const { changes } = await changesOf(page)
  const desk = changes.find(({ key }) => key.startsWith('contacts/'))
  expect(desk?.needs).toEqual([])
  const listed = await command.run('publish', address, '--list-changes')
  for (const { key, name } of changes) {
    expect(listed).toContain(key)
    expect(listed).toContain(name.ja)
  }

  await page.goto(`/admin/collections/policies/${policy}/publish`)
  const picker = page.locator('.part-picker')
  const boxes = picker.locator('input[type="checkbox"]')
  await picker.waitFor()
  expect(await boxes.count()).toBe(changes.length)
  expect(await picker.locator('input:checked').count()).toBe(changes.length)
  await picture(page, 'part-all')

  await picker.getByRole('button', { name: 'すべて外す' }).click()
  await picker.getByText('変更が選ばれていません。').waitFor()
  const review = page.getByRole('button', { name: '内容を確認する' })
  expect(await review.isDisabled()).toBe(true)
  for (const { key, needs } of changes)
    if (needs.length > 0) {
      await picker.locator(`input[name="${key}"]`).check()
      for (const needed of needs)
        expect(await picker.locator(`input[name="${needed}"]`).isChecked()).toBe(true)
      await picker.getByRole('button', { name: 'すべて外す' }).click()
    }

  const told = ['check', 'duties'].map((asked) =>
    page.waitForResponse((response) => {
      const { pathname, searchParams } = new URL(response.url())
      return pathname.endsWith(`/${policy}/${asked}`) && searchParams.get('only') === desk?.key
    }),
  )
  await picker.locator(`input[name="${desk?.key}"]`).check()
  await picker.getByText(`${changes.length - 1}件の変更を見送ります。`).waitFor()
  await Promise.all(told)
  await page.locator('.duties .duty').first().waitFor()
  for (const waiver of await page.locator('.checking--waivers textarea').all())
    await waiver.fill('次の改定で直すことを法務部と合意しているため')
  for (const duty of await page.locator('.duties .duty').all()) {
    await duty.locator('input[value="waived"]').check()
    await duty.locator('textarea[name="reason"]').fill('窓口の移転を既に知らせているため')
  }
  await picture(page, 'part-picked')
  await review.click()
  await page.getByRole('button', { name: 'この内容で公表する' }).click()
  await page.getByText('第2版を公表しました').waitFor()
  await page.getByText('第2版から変更されています。').waitFor()

  const left = (await changesOf(page)).changes.map(({ key }) => key)
  expect(left).toEqual(changes.map(({ key }) => key).filter((key) => key !== desk?.key))
  await picker.waitFor()
  expect(await boxes.count()).toBe(left.length)
  expect(complaints).toEqual([])
})

async function changesOf(page: Page): Promise<PickableText> {
  const answer = await page.request.get(`${origin}/api/policies/${policy}/changes`)
  expect(answer.status()).toBe(200)
  return answer.json()
}
