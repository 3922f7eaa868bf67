import type { Config, Plugin } from 'payload'

/** What ran in the host, in order. */
export const ran: string[] = []

/** A plugin of the host's that has nothing to do with policies. */
const news: Plugin = (config) => ({
  ...config,
  collections: [
    ...(config.collections ?? []),
    { slug: 'news', fields: [{ name: 'title', type: 'text', localized: true }] },
  ],
})

/**
 * A host that shares nothing with this repository: its users, languages, collections, endpoints and queries are its
 * own, two of its collections have slugs that the plugin would take, and it has no editor.
 */
export const hostConfig = {
  admin: { user: 'staff' },
  localization: { locales: ['de', 'ja-JP'], defaultLocale: 'ja-JP', fallback: true },
  collections: [
    {
      slug: 'staff',
      auth: true,
      fields: [{ name: 'nickname', type: 'text' }],
      hooks: { beforeChange: [({ data }) => ({ ...data, nickname: `${data.nickname}さん` })] },
    },
    {
      slug: 'contacts',
      access: { read: () => true },
      fields: [{ name: 'company', type: 'text' }],
      hooks: {
        afterChange: [
          () => {
            ran.push('contact changed')
          },
        ],
      },
    },
    { slug: 'policies', fields: [{ name: 'insurer', type: 'text', localized: true }] },
  ],
  globals: [{ slug: 'opening-hours', fields: [{ name: 'text', type: 'text' }] }],
  endpoints: [{ path: '/weather', method: 'get', handler: () => Response.json({ sky: 'clear' }) }],
  graphQL: {
    queries: (graphQL) => ({
      weather: { type: graphQL.GraphQLString, resolve: () => 'clear' },
    }),
    mutations: (graphQL) => ({
      makeRain: { type: graphQL.GraphQLString, resolve: () => 'raining' },
    }),
  },
  hooks: {
    afterError: [
      () => {
        ran.push('error seen')
      },
    ],
  },
  custom: { motto: '温故知新' },
  onInit: () => {
    ran.push('host began')
  },
  plugins: [news],
} satisfies Omit<Config, 'db' | 'secret'>

/** Slugs for the plugin that the host has not taken. */
export const slugs = { contacts: 'privacy-contacts', policies: 'privacy-policies-of-ours' } as const
