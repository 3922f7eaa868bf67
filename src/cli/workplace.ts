import { createLocalReq, getLocalI18n, getPayload, type Payload } from 'payload'
import { pagePath, policyPath } from '../delivery/asked/addresses.ts'
import { type Plannable, planChange } from '../operations/bulk/plan.ts'
import { shownUnit } from '../operations/bulk/shown-plan.ts'
import type { Reading } from '../operations/policy/load-policy.ts'
import { settingsOf } from '../operations/settings.ts'
import { openEnvironment } from '../platform/environment.ts'
import { closePayload, migrate } from '../platform/migrations.ts'
import { language } from './language.ts'

export { exportLines } from '../delivery/lists/export-lines.ts'
export { payloadSource } from '../delivery/sources/payload-source.ts'
export { applyPlan } from '../operations/bulk/apply.ts'
export { changeAsked } from '../operations/bulk/asked-change.ts'
export { changeOfFile } from '../operations/bulk/record-file.ts'
export { revertOf } from '../operations/bulk/revert.ts'
export { checkPolicy } from '../operations/checking/check-policy.ts'
export { fixPolicy } from '../operations/checking/fix-policy.ts'
export { comparePolicy } from '../operations/comparing/compare-policy.ts'
export { textToCompare } from '../operations/comparing/text-to-compare.ts'
export { guardEditions, guardRemedy } from '../operations/editions/edition-guard.ts'
export { bringIn } from '../operations/exchange/bring-in.ts'
export { exportEntries } from '../operations/exchange/export-entries.ts'
export { grantRole } from '../operations/grant-role.ts'
export { importPolicy } from '../operations/importing/import-policy.ts'
export { generatePolicies } from '../operations/made-up/generate-policies.ts'
export { findPolicy } from '../operations/policy/find-policy.ts'
export { findAll } from '../operations/policy/load-policy.ts'
export { issuePreview } from '../operations/publishing/issue-preview.ts'
export { pickableText } from '../operations/publishing/pickable-text.ts'
export { publishPolicy } from '../operations/publishing/publish-policy.ts'
export { restorePolicy } from '../operations/publishing/restore-policy.ts'
export { settingsOf } from '../operations/settings.ts'
export { resendDelivery } from '../operations/webhooks/resend.ts'

/** What the host calls the collections. */
export const slugsOf = ({ req: { payload } }: Reading) => settingsOf(payload).slugs

/** The languages of policies, the base first. */
export const languagesOf = ({ req: { payload } }: Reading): readonly string[] =>
  Object.keys(settingsOf(payload).locales)

/** Where a policy is read: its page, where there is one, and its JSON. */
export function readerPaths(
  { organisationSlug, policySlug }: { organisationSlug: string; policySlug: string },
  { config }: Payload,
): readonly string[] {
  const { pagePath: pages } = settingsOf({ config })
  const mount = { basePath: `${config.routes.api}/privacy-policies`, pagePath: pages }
  const address = { organisation: organisationSlug, policy: policySlug }
  const page = pagePath(mount, address)
  const origin = config.serverURL ?? ''
  return [...(page === null ? [] : [page]), policyPath(mount, address, '.json')].map(
    (path) => origin + path,
  )
}

/** A plan that is worked out at the database, as it is shown. */
export async function planHere(
  change: Plannable & { readonly reverts?: string },
  { by }: { readonly by?: string },
  reading: Reading,
) {
  const { head, units } = await planChange(change, reading, {
    madeBy: by ?? process.env.USER ?? '',
    reverts: change.reverts ?? null,
  })
  return { head, units: shown() }

  async function* shown() {
    for await (const planned of units) yield shownUnit(planned)
  }
}

/**
 * What commands do at the database. They import this file when they come to it, so that what needs no database (a
 * help text, `parse`, a file that is not there) is answered without loading Payload.
 *
 * Opens the database that the set-up uses (the embedded one, or `DATABASE_URL`) and Payload on it, runs the work as
 * the system itself, speaking the terminal's language, and closes both, whatever happens.
 */
export async function atWork<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
  const environment = await openEnvironment(process.env)
  try {
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config })
    try {
      await migrate(payload)
      const i18n = await getLocalI18n({ config: payload.config, language })
      return await work({
        req: await createLocalReq({ req: { i18n } }, payload),
        overrideAccess: true,
      })
    } finally {
      await closePayload(payload)
    }
  } finally {
    await environment.close()
  }
}
