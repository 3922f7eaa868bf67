import type { Endpoint, PayloadRequest } from 'payload'
import { type PickableText, pickableText } from '../../src/operations/publishing/pickable-text.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { memberEndpoint, memberEndpointById, namedPolicy, toMember } from './for-members.ts'
import type { ResolvedOptions } from './options.ts'
import { parameterOf } from './parameters.ts'
import type { PolicyName } from './publishing.ts'

/** Of which publication the changes are asked for. */
export type ChangesInput = {
  readonly effectiveFrom?: string | null
  readonly corrects?: number | null
}

/** What of a working copy can be published by itself, for members of the policy's organisation. */
export async function changesAsUser(
  options: ResolvedOptions,
  name: PolicyName,
  input: ChangesInput,
  req: PayloadRequest,
): Promise<PickableText> {
  const { policy } = await namedPolicy(options, name, req)
  return pickableText({ ...input, policy }, { req, overrideAccess: false })
}

/** `GET /privacy-policies/{organisation}/{policy}/changes?effectiveFrom=&corrects=`, for scripts of members. */
export const changesEndpoint = (options: ResolvedOptions): Endpoint =>
  memberEndpoint(options, 'changes', async ({ policy }, req) =>
    toMember(await changes(policy, req)),
  )

/** The same by the policy's id, for the admin. */
export const changesById = (options: ResolvedOptions): Omit<Endpoint, 'root'> =>
  memberEndpointById(options, 'changes', async ({ policy }, req) =>
    toMember(await changes(policy, req)),
  )

const changes = (policy: string, req: PayloadRequest) =>
  pickableText({ ...publicationIn(req), policy }, { req, overrideAccess: false })

/** What of a query says which publication is meant, and which changes would be in it (`?only=`, repeated or by commas). */
export function selectionOf(req: PayloadRequest) {
  const { only } = req.query as { readonly only?: unknown }
  const keys = (Array.isArray(only) ? only : [only]).filter((one) => typeof one === 'string')
  return {
    ...publicationIn(req),
    only: only === undefined ? null : keys.flatMap((one) => one.split(',')).filter(Boolean),
  }
}

function publicationIn(req: PayloadRequest): Required<ChangesInput> {
  const corrects = parameterOf(req, 'corrects')
  if (corrects !== null && !/^[1-9]\d{0,8}$/.test(corrects)) throw noNumber
  return {
    effectiveFrom: parameterOf(req, 'effectiveFrom'),
    corrects: corrects === null ? null : Number(corrects),
  }
}

const noNumber = new OperationRefused('bad-request', {
  ja: '「corrects」には、訂正する版の番号（1、2、3…）を指定してください。',
  en: 'Give the number of the edition to correct in `corrects`: 1, 2, 3 …',
})
