import { expect, test } from 'vitest'
import { testPayload } from './payload.ts'

const payload = await testPayload()

test('a user signs in with the password that was set', async () => {
  const data = { name: '山田花子', email: 'hanako@example.com', password: 'a long enough password' }
  await payload.create({ collection: 'users', data } as never)
  const { user } = await payload.login({ collection: 'users' as never, data: data as never })
  expect(user).toMatchObject({ email: 'hanako@example.com' })
})
