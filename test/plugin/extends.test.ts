import type { Config } from 'payload'
import { expect, test } from 'vitest'
import { privacyPolicy } from '../../plugins/privacy-policy/index.ts'
import { hostConfig, slugs } from './host-config.ts'

/** Throws where anybody writes to it: modules are strict. */
function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) deepFrozen(inner)
  return Object.freeze(value)
}

const frozen = deepFrozen({ ...hostConfig, secret: 'frozen', db: {} } as unknown as Config)

test('the config that goes in is not changed', () => {
  expect(() => privacyPolicy({ slugs })(frozen)).not.toThrow()
})

test.each([{ disabled: false }, { disabled: true }])(
  'what the host has stays the very same ($disabled)',
  async ({ disabled }) => {
    const extended = await privacyPolicy({ slugs, disabled })(frozen)
    for (const key of ['admin', 'localization', 'globals', 'hooks', 'plugins', 'db'] as const)
      expect(extended[key], key).toBe(frozen[key])
    expect(extended.custom).toMatchObject(frozen.custom ?? {})
    expect(extended.endpoints?.slice(0, 1)).toEqual(frozen.endpoints)
    const [staff, ...others] = frozen.collections ?? []
    const [extendedStaff, ...extendedOthers] = extended.collections ?? []
    expect(extendedOthers.slice(0, others.length)).toEqual(others)
    expect(extendedStaff).toMatchObject({ ...staff, fields: expect.anything() })
    expect(extendedStaff?.fields.slice(0, staff?.fields.length)).toEqual(staff?.fields)
  },
)

test('two collections of one slug are refused with the way out', () => {
  expect(() => privacyPolicy()(frozen)).toThrow(
    'The config has collections of its own called `policies`, `contacts`. Give the privacyPolicy plugin other `slugs`.',
  )
})

test('a locale that the host has not is refused by name', () => {
  expect(() => privacyPolicy({ slugs, locales: { ja: 'ja' } })(frozen)).toThrow(
    'Expected locales of the config (de, ja-JP), not `ja`.',
  )
})

test('users that the host has not are refused by name', () => {
  expect(() => privacyPolicy({ slugs, usersSlug: 'members' })(frozen)).toThrow(
    'Expected a collection of users called `members`',
  )
})

test('a membership of the host’s own leaves its users as they are', async () => {
  const extended = await privacyPolicy({ slugs, membership: () => null })(frozen)
  expect(extended.collections?.[0]).toBe(frozen.collections?.[0])
})
