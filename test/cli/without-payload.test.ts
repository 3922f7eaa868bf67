import { expect, test } from 'vitest'
import { runCommand } from './run.ts'

const module = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`
const hooks = module(`
  export const resolve = (name, context, next) => {
    if (/^(payload|@payloadcms|drizzle-orm|pg)(\\/|$)/.test(name))
      throw new Error(name + ' is loaded by ' + context.parentURL)
    return next(name, context)
  }`)
/** A command that asks for Payload or its database fails. */
const withoutPayload = {
  NODE_OPTIONS: `--import=${module(`import { register } from 'node:module'; register(${JSON.stringify(hooks)})`)}`,
}
const text = '個人情報保護方針\n架空商事株式会社は、次のとおり定めます。\n'

test('what neither reads nor writes a database loads no Payload', async () => {
  const [help, parsed, listed] = await Promise.all([
    runCommand('en', ['--help'], { env: withoutPayload }),
    runCommand('en', ['parse', '-', '--format', 'text'], { env: withoutPayload, input: text }),
    runCommand('en', ['list', 'policies', '--server', 'http://127.0.0.1:9'], {
      env: { ...withoutPayload, PRIVACY_POLICY_API_KEY: 'fictional' },
    }),
  ])
  expect(help).toMatchObject({ code: 0, err: '' })
  expect(parsed).toMatchObject({ code: 0, err: '' })
  expect(listed.err).toContain('Cannot reach http://127.0.0.1:9/')
})

test('a database is not to be had without it', async () => {
  const { code, err } = await runCommand('en', ['list'], { env: withoutPayload })
  expect(code).not.toBe(0)
  expect(err).toContain('payload is loaded by')
})
