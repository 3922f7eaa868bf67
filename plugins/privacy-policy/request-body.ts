import type { PayloadRequest } from 'payload'
import { OperationRefused } from '../../src/operations/refused.ts'

export type RequestBody = { readonly [field: string]: unknown }

/**
 * The JSON object that a request says; none is an empty one.
 *
 * @throws OperationRefused for what is no JSON object
 */
export async function bodyOf(req: PayloadRequest): Promise<RequestBody> {
  return objectIn((await req.text?.()) ?? '')
}

/** The same of a text. */
export function objectIn(text: string): RequestBody {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new OperationRefused('bad-request', {
    ja: '本文をJSONのオブジェクトとして読み取れません。例: { "effectiveFrom": "2027-04-01" }',
    en: 'Cannot read the body as a JSON object, such as { "effectiveFrom": "2027-04-01" }.',
  })
}

export const isObject = (value: unknown): value is RequestBody =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The refusal of a field or a parameter. */
export const bad = (field: string, expected: string) =>
  new OperationRefused('bad-request', {
    ja: `「${field}」を読み取れません。次のものを指定してください: ${expected}`,
    en: `Cannot read \`${field}\`. Expected: ${expected}.`,
  })
