import { createHmac } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'

/** What a token lets its bearer read: one text, and only as long as it is that text. */
export type PreviewGrant = {
  /** The id of the policy. */
  readonly policy: string
  /** A published edition that is to come, or what publishing would make of the working copy. */
  readonly kind: 'edition' | 'candidate'
  readonly sha256: string
  readonly effectiveFrom: string
  /** The changes in it, when it is a part of the working copy. */
  readonly only?: readonly string[]
}

export type ReadGrant = PreviewGrant & { readonly expiresAt: Date }

/** Seconds: an hour unless said otherwise, a week at most. */
export const previewLifetime = { usual: 3600, longest: 7 * 86_400 } as const

const audience = 'payload-privacy-policy:preview'

/** A JWT (RFC 7519) signed with a key that the host's secret gives for this purpose and no other. */
export function signPreview(
  { policy, kind, sha256, effectiveFrom, only }: PreviewGrant,
  expiresAt: Date,
  secret: string,
): Promise<string> {
  return new SignJWT({ kind, sha256, effectiveFrom, ...(only && { only }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setSubject(policy)
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(keyOf(secret))
}

/** What a token grants; `expired`, or `invalid` for what was not signed here for this. */
export async function readPreview(
  token: string,
  secret: string,
  now: Date,
): Promise<ReadGrant | 'expired' | 'invalid'> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: ['HS256'],
      audience,
      currentDate: now,
      requiredClaims: ['sub', 'exp'],
    })
    const { sub = '', kind, sha256, effectiveFrom, only, exp = 0 } = payload
    if (kind !== 'edition' && kind !== 'candidate') return 'invalid'
    if (typeof sha256 !== 'string' || typeof effectiveFrom !== 'string') return 'invalid'
    return {
      policy: sub,
      kind,
      sha256,
      effectiveFrom,
      ...(Array.isArray(only) && { only: only.map(String) }),
      expiresAt: new Date(exp * 1000),
    }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'expired'
    if (error instanceof errors.JOSEError) return 'invalid'
    throw error
  }
}

const keyOf = (secret: string) => createHmac('sha256', secret).update(audience).digest()
