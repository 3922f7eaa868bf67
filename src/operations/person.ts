import type { PayloadRequest } from 'payload'

/** The user of a request, as what he does is signed; null for the system itself. */
export type Person = { readonly id: string; readonly name: string }

export function personOf(req: Pick<PayloadRequest, 'user'>): Person | null {
  const user = req.user as { id: string | number; email?: string; name?: string } | null
  return user ? { id: String(user.id), name: user.name ?? user.email ?? String(user.id) } : null
}
