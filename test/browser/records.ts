import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Makes a document as the user who is signed in on the page, and tells its id. */
export async function create(page: Page, collection: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/${collection}`, { data })
  const body = await answer.json()
  expect(body).not.toHaveProperty('errors')
  return body.doc.id
}

/** Changes a document in one language. */
export async function update(
  page: Page,
  collection: string,
  id: string,
  data: object,
  locale = 'ja',
): Promise<void> {
  const answer = await page.request.patch(`/api/${collection}/${id}?locale=${locale}`, { data })
  expect(await answer.json()).not.toHaveProperty('errors')
}
