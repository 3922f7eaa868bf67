import type { CollectionConfig, Field, FieldAccess } from 'payload'
import { isAdminOfAll, membershipOf } from '../../collections/access.ts'
import { roles } from '../../src/core/roles.ts'
import type { Words } from '../../src/core/words.ts'
import type { ResolvedOptions } from './options.ts'

const roleWords: { readonly [R in (typeof roles)[number]]: Words } = {
  viewer: { ja: '閲覧者', en: 'Viewer' },
  editor: { ja: '編集者', en: 'Editor' },
  publisher: { ja: '公表者', en: 'Publisher' },
  admin: { ja: '管理者', en: 'Admin' },
}

/**
 * The host's users with the fields that make them members. Only admins of all organisations change those, and only
 * they see others': who reads a list of users must not ask it about organisations.
 */
export function withMembership(
  users: CollectionConfig,
  options: ResolvedOptions,
): CollectionConfig {
  const byAdmins: FieldAccess = async ({ req }) => isAdminOfAll(await membershipOf(options, req))
  const toAdminsAndSelf: FieldAccess = async ({ req, id }) =>
    (id !== undefined && req.user?.collection === users.slug && req.user.id === id) ||
    isAdminOfAll(await membershipOf(options, req))
  const access = { create: byAdmins, read: toAdminsAndSelf, update: byAdmins }
  const fields: Field[] = [
    {
      name: 'policyRole',
      type: 'select',
      label: { ja: 'プライバシーポリシーの権限', en: 'Role for privacy policies' },
      options: roles.map((value) => ({ value, label: { ...roleWords[value] } })),
      access,
      admin: {
        position: 'sidebar',
        description: {
          ja: '編集者は書き、公表者は公表もできます。空なら何も見えません。',
          en: 'Editors write, publishers also publish. Empty: nothing is seen.',
        },
      },
    },
    {
      name: 'policyOrganisations',
      type: 'relationship',
      relationTo: options.slugs.organisations as never,
      hasMany: true,
      label: { ja: '担当する事業者', en: 'Organisations' },
      access,
      admin: {
        position: 'sidebar',
        description: {
          ja: '管理者で空なら、すべての事業者が対象です。',
          en: 'For an admin, empty means all organisations.',
        },
      },
    },
  ]
  return { ...users, fields: [...users.fields, ...fields] }
}
