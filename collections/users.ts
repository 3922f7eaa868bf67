import type { Access, CollectionConfig } from 'payload'
import { isAdminOfAll, membershipOf } from './access.ts'
import { membershipInFields } from './membership.ts'

const members = { usersSlug: 'users', membership: membershipInFields }

const admins: Access = async ({ req }) => isAdminOfAll(await membershipOf(members, req))

const adminsAndSelf: Access = async (args) =>
  (await admins(args)) || (args.req.user ? { id: { equals: args.req.user.id } } : false)

/** Whoever works for the same organisation is seen by name: he may be the one who has a record open. */
const adminsAndColleagues: Access = async (args) => {
  const own = await adminsAndSelf(args)
  if (typeof own === 'boolean') return own
  const membership = await membershipOf(members, args.req)
  if (!membership || membership.organisations === 'all') return own
  return { or: [own, { policyOrganisations: { in: [...membership.organisations] } }] }
}

/**
 * Who can sign in, in the ready-to-run set-up. What each may do with policies is the plugin's: it adds the roles.
 * Users are made by admins of all organisations: who could change another's password would have his role.
 */
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
  access: {
    read: adminsAndColleagues,
    create: admins,
    update: adminsAndSelf,
    delete: admins,
    unlock: admins,
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
