import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { Refusal } from '../platform/refusal.ts'
import type { ServerSettings } from './settings.ts'

/** Who can sign in after the first start. The password is told once; without one given, it is made up. */
export type FirstAdmin = {
  readonly email: string
  readonly password: string
  readonly given: boolean
}

/** Creates the first user when there is none, so that no stranger finds Payload's form for it. */
export async function createFirstAdmin(
  payload: Payload,
  { adminEmail, adminPassword }: Pick<ServerSettings, 'adminEmail' | 'adminPassword'>,
): Promise<FirstAdmin | undefined> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs > 0) return undefined
  const password = adminPassword ?? randomBytes(12).toString('base64url')
  try {
    await payload.create({
      collection: 'users',
      data: { name: '管理者', email: adminEmail, password, policyRole: 'admin' },
    })
  } catch (cause) {
    throw new Refusal(
      {
        en: `The first user could not be created: ${(cause as Error).message} Check ADMIN_EMAIL and ADMIN_PASSWORD.`,
        ja: `最初のユーザーを作成できません：${(cause as Error).message} ADMIN_EMAIL と ADMIN_PASSWORD を確かめてください。`,
      },
      { cause },
    )
  }
  return { email: adminEmail, password, given: adminPassword !== undefined }
}
