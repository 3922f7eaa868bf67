import type { PayloadRequest } from 'payload'
import { bad } from './request-body.ts'

/** A parameter of the address; null where it is not given. */
export function parameterOf(req: PayloadRequest, name: string): string | null {
  const { [name]: value } = req.query as { readonly [name: string]: unknown }
  return typeof value === 'string' && value !== '' ? value : null
}

/** One that is true or false, and false where it is not given. @throws OperationRefused for anything else */
export function flagOf(req: PayloadRequest, name: string): boolean {
  const value = parameterOf(req, name) ?? 'false'
  if (value === 'true' || value === 'false') return value === 'true'
  throw bad(name, 'true, false')
}
