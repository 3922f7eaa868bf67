import type { ValidationError } from 'payload'

/** What Payload says of fields that cannot be stored. By its name: who only asks this need not load Payload. */
export const isInvalid = (error: unknown): error is ValidationError =>
  error instanceof Error && error.name === 'ValidationError'

/** Its fields, then why, each once, in the language of the request. */
export function sentenceOfInvalid({ message, data }: ValidationError): string {
  return [message, ...new Set(data.errors.map((one) => one.message))].join(' ')
}
