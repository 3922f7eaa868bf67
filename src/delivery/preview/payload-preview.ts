import { createLocalReq, type Payload } from 'payload'
import { type Edition, live } from '../../core/edition/index.ts'
import { storedEditions } from '../../operations/editions/stored-editions.ts'
import { composeCandidate } from '../../operations/publishing/candidate.ts'
import { type ReadGrant, readPreview } from '../../operations/publishing/preview-token.ts'
import { OperationRefused } from '../../operations/refused.ts'
import type { EditionSource } from '../sources/source.ts'
import { changedPreview, type FindPreviewed, invalidPreview, type Previewed } from './preview.ts'

/** Previews of a host: its working copies as they stand when they are read, and its editions to come. */
export function payloadPreview(
  payload: Payload,
  source: Pick<EditionSource, 'edition'>,
): FindPreviewed {
  return async (token, now) => {
    const grant = await readPreview(token, payload.secret, now)
    if (typeof grant === 'string') throw invalidPreview(grant === 'expired')
    const found = grant.kind === 'candidate' ? await candidate(grant) : await edition(grant)
    if (found?.edition.sha256 !== grant.sha256) throw changedPreview()
    return { ...found, kind: grant.kind, expiresAt: grant.expiresAt }
  }

  async function candidate({ policy, effectiveFrom, only }: ReadGrant): Promise<Found> {
    const req = await createLocalReq({}, payload)
    try {
      return await composeCandidate(policy, effectiveFrom, req, only ?? null)
    } catch (error) {
      // In the trash by now, or no longer whole.
      if (error instanceof OperationRefused) throw changedPreview()
      throw error
    }
  }

  async function edition({ policy, sha256 }: ReadGrant): Promise<Found | null> {
    const heads = (await storedEditions(policy, { payload })).map(({ head }) => head)
    const head = live(heads).find((one) => one.sha256 === sha256)
    const whole: Edition | null = head ? await source.edition(head.id) : null
    return whole && { edition: whole, heads }
  }
}

type Found = Pick<Previewed, 'edition' | 'heads'>
