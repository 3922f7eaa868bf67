import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, isAdminOfAll, membershipOf } from '../../collections/access.ts'
import { mostBytes, tooLarge } from '../../src/core/read/format.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import type { ImportedText } from '../../src/operations/importing/imported-text.ts'
import { idOfSlug } from '../../src/operations/policy/find-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'
import { flagOf, parameterOf } from './parameters.ts'
import type { PolicyName } from './publishing.ts'
import { answering } from './refusals.ts'
import { bytesOf } from './streams/body-bytes.ts'

/**
 * `POST /privacy-policies/{organisation}/{policy}/import`: the bytes of a file with the text of a policy; `?name=` of the
 * file, `?createOrganisation=true`, `?intoExisting=true`, `?updateOrganisation=true`, `?dryRun=true`. What was understood
 * of it is told along with what was stored: 201 for a policy that is new, 200 for one that was amended, or would be.
 */
export const importEndpoint = (options: ResolvedOptions): Endpoint => ({
  path: '/privacy-policies/:organisation/:policy/import',
  method: 'post',
  custom: { ownBodyLimit: true },
  handler: (req) =>
    answering(req, async () => {
      const imported = await importAsUser(options, req.routeParams as PolicyName, req)
      return Response.json(imported, {
        status: imported.amended ? 200 : 201,
        headers: { 'cache-control': 'private, no-store' },
      })
    }),
})

/** Imports the text that a request brings for its user, who must be an editor of the organisation. */
async function importAsUser(
  options: ResolvedOptions,
  { organisation, policy }: PolicyName,
  req: PayloadRequest,
): Promise<ImportedText> {
  const membership = await membershipOf(options, req)
  if (!hasRole(membership, 'editor')) throw notAllowed
  const reading = { req, overrideAccess: false }
  const asked = {
    createOrganisation: flagOf(req, 'createOrganisation'),
    intoExisting: flagOf(req, 'intoExisting'),
    updateOrganisation: flagOf(req, 'updateOrganisation'),
    dryRun: flagOf(req, 'dryRun'),
  }
  // Before the text is read, and of an organisation that is another's as of one that is not there.
  if (asked.createOrganisation && !isAdminOfAll(membership)) {
    const known = await idOfSlug(options.slugs.organisations, organisation, undefined, reading)
    if (!known) throw mayNotCreate
  }
  const name = parameterOf(req, 'name')
  const bytes = await bodyOf(req)
  // Readers of files are for who imports; nobody else waits for them.
  const { readPolicyApart } = await import('../../src/operations/importing/read-policy.ts')
  const { document, report } = await readPolicyApart(bytes, name === null ? {} : { name })
  const request = { documents: [document], organisation, policy, ...asked } as const
  return { document, report, ...(await importPolicy(request, reading)) }
}

async function bodyOf(req: PayloadRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const bytes of bytesOf(req, mostBytes, tooLargeAFile)) chunks.push(bytes)
  return Buffer.concat(chunks)
}

const tooLargeAFile = (most: number, size: number) =>
  new OperationRefused('too-large', tooLarge(size, most).messages)

const notAllowed = new OperationRefused('not-allowed', {
  ja: '本文を取り込めるのは、この事業者の編集者と公表者だけです。権限のあるユーザーでログインしてください。',
  en: 'Only editors and publishers of this organisation import a text. Sign in as one of them.',
})

const mayNotCreate = new OperationRefused('not-allowed', {
  ja: '事業者を作成できるのは、すべての事業者の管理者だけです。事業者を作ってもらってから、--create-organisation（createOrganisation）を外して取り込んでください。',
  en: 'Only admins of all organisations create one. Have them create it, then import without --create-organisation (createOrganisation).',
})
