import { expect, test } from 'vitest'
import { privacyPolicy } from '../../plugins/privacy-policy/index.ts'
import { clientOf } from './client.ts'
import { bootHost } from './host.ts'
import { hostConfig, ran, slugs } from './host-config.ts'

/* Switched off, the plugin leaves the tables as they are and does nothing. */

const payload = await bootHost({
  ...hostConfig,
  plugins: [...hostConfig.plugins, privacyPolicy({ slugs, disabled: true })],
})
const anonymous = clientOf(payload)

test('the host runs as without it', async () => {
  expect(ran).toContain('host began')
  expect((await anonymous.rest('GET', '/api/weather')).json).toEqual({ sky: 'clear' })
  expect((await anonymous.graphql('{ weather }')).json).toEqual({ data: { weather: 'clear' } })
})

test('its collections and the fields of the users are there, so that the schema stays', async () => {
  const own = payload.config.collections.map(({ slug }) => slug)
  expect(own).toEqual(
    expect.arrayContaining(['organisations', slugs.policies, 'policy-sections', slugs.contacts]),
  )
  const data = { slug: 'aozora', legalName: '株式会社青空文具店' }
  await payload.create({ collection: 'organisations', data: data as never })
  expect((await anonymous.rest('GET', '/api/organisations')).status).toBe(403)
  const staff = payload.config.collections.find((one) => String(one.slug) === 'staff')
  expect(staff?.flattenedFields.map(({ name }) => name)).toContain('policyRole')
})

test('its endpoints, queries, mutations and hooks are not', async () => {
  expect((await anonymous.rest('GET', '/api/privacy-policies')).status).toBe(404)
  const { text } = await anonymous.graphql('{ privacyPolicies { slug } }')
  expect(text).toContain('Cannot query field')
  const mutation = 'mutation { publishPrivacyPolicy(organisation: "a", policy: "b") { number } }'
  expect((await anonymous.graphql(mutation)).text).toContain('Cannot query field')
  for (const { slug, hooks } of payload.config.collections)
    if (slug === 'policy-sections') expect(hooks.beforeDelete).toEqual([])
})
