import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { Webhook } from 'standardwebhooks'

/** A signing secret as it is stored: encrypted, and until when it signs along after it was replaced. */
export type StoredSecret = { readonly encrypted: string; readonly until: string | null }

const DAY = 86_400_000

/** A new secret in front of those that may still sign; the secret itself is told once. */
export function replaceSecret(
  stored: readonly StoredSecret[],
  payload: Payload,
  now: Date,
): { readonly secret: string; readonly secrets: readonly StoredSecret[] } {
  const secret = `whsec_${randomBytes(24).toString('base64')}`
  const until = new Date(now.getTime() + DAY).toISOString()
  const old = stored
    .filter((one) => stillSigns(one, now))
    .map((one) => ({ ...one, until: one.until ?? until }))
  return { secret, secrets: [{ encrypted: payload.encrypt(secret), until: null }, ...old] }
}

/** The headers of Standard Webhooks: one signature for each secret that signs. */
export function signedHeaders(
  message: { readonly id: string; readonly body: string },
  stored: readonly StoredSecret[],
  payload: Payload,
  now: Date,
): { readonly [name: string]: string } {
  const signatures = stored
    .filter((one) => stillSigns(one, now))
    .map(({ encrypted }) =>
      new Webhook(payload.decrypt(encrypted)).sign(message.id, now, message.body),
    )
  return {
    'content-type': 'application/json',
    'user-agent': 'payload-privacy-policy',
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  }
}

const stillSigns = ({ until }: StoredSecret, now: Date) =>
  until === null || Date.parse(until) > now.getTime()
