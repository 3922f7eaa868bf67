import type { Role } from '../core/roles.ts'
import { localApi } from './database/local-api.ts'
import { idOfSlug } from './policy/find-policy.ts'
import type { Reading } from './policy/load-policy.ts'
import { OperationRefused } from './refused.ts'
import { settingsOf } from './settings.ts'

/**
 * Gives a user a role in named organisations, in the fields that the plugin adds to the users; this is how the first
 * admin of a host comes to be.
 *
 * @throws OperationRefused when the user or an organisation is missing
 */
export async function grantRole(
  {
    email,
    role,
    organisations,
  }: {
    readonly email: string
    readonly role: Role
    readonly organisations: readonly string[]
  },
  reading: Reading,
): Promise<void> {
  const { req, overrideAccess } = reading
  const { slugs, usersSlug } = settingsOf(req.payload)
  const ids: string[] = []
  for (const slug of organisations) {
    const id = await idOfSlug(slugs.organisations, slug, undefined, reading)
    if (!id)
      throw new OperationRefused('organisation-missing', {
        ja: `事業者「${slug}」がありません。`,
        en: `There is no organisation \`${slug}\`.`,
      })
    ids.push(id)
  }
  const { docs } = await localApi(req.payload).update({
    collection: usersSlug,
    where: { email: { equals: email } },
    data: { policyRole: role, policyOrganisations: ids },
    depth: 0,
    req,
    overrideAccess,
  })
  if (docs.length === 0)
    throw new OperationRefused('user-missing', {
      ja: `メールアドレス「${email}」のユーザーがいません。先にユーザーを作成してください。`,
      en: `There is no user with the e-mail \`${email}\`. Create the user first.`,
    })
}
