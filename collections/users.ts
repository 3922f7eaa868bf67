import type { CollectionConfig } from 'payload'

/** Who can sign in, in the ready-to-run set-up. What each may do is the plugin's: it adds the roles. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: {
    singular: { ja: 'ユーザー', en: 'User' },
    plural: { ja: 'ユーザー', en: 'Users' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'updatedAt'],
    group: { ja: '管理', en: 'Administration' },
  },
  auth: {
    useAPIKey: true,
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    cookies: {
      sameSite: 'Lax',
      secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
    },
  },
  fields: [{ name: 'name', type: 'text', label: { ja: '氏名', en: 'Name' }, required: true }],
}
