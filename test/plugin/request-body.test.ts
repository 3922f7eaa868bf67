import type { PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { bodyOf } from '../../plugins/privacy-policy/request-body.ts'

const saying = (body: string) => ({ text: async () => body }) as unknown as PayloadRequest

test('a JSON object is what the request says, and no body an empty one', async () => {
  expect(await bodyOf(saying('{ "keys": ["a"] }'))).toEqual({ keys: ['a'] })
  expect(await bodyOf(saying(' \n'))).toEqual({})
})

test.each(['{', '[]', '"text"', 'null', '1'])(
  '%s is refused as a bad request, and is no fault of ours',
  async (body) => {
    await expect(bodyOf(saying(body))).rejects.toMatchObject({ code: 'bad-request' })
  },
)
