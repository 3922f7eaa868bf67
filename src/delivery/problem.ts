import { shortened } from '../core/shortened.ts'
import type { Words } from '../core/words.ts'
import { type Answer, bytesOf } from './answer.ts'

/** Why something is refused, what exists instead, and how to ask for it (RFC 9457). */
export type Problem = {
  readonly status: number
  /** For programs; also the last part of the problem's type. */
  readonly code: string
  readonly title: Words
  readonly detail: Words
  /** What exists instead. */
  readonly members?: { readonly [name: string]: unknown }
  /** The same for people: pages to go on from. */
  readonly links?: readonly { readonly words: Words; readonly url: string }[]
  readonly headers?: { readonly [name: string]: string }
}

/** The reader was asked for what it cannot give. GraphQL shows `extensions` to the client. */
export class ReadRefused extends Error {
  readonly extensions: { readonly [name: string]: unknown }
  constructor(readonly problem: Problem) {
    super(problem.detail.en)
    this.name = 'ReadRefused'
    this.extensions = { code: problem.code, status: problem.status, ...problem.members }
  }
}

/** The problem's members in one language; the page for people says the same in its own words. */
export function problemBody(problem: Problem, language: 'ja' | 'en') {
  return {
    type: `urn:problem-type:privacy-policy:${problem.code}`,
    code: problem.code,
    title: problem.title[language],
    status: problem.status,
    detail: problem.detail[language],
    ...problem.members,
  }
}

export function problemAnswer(problem: Problem, language: 'ja' | 'en'): Answer {
  const { body } = bytesOf(JSON.stringify(problemBody(problem, language)))
  return {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Length': String(body.length),
      'Content-Language': language,
      // What is not there now may be there in a minute.
      'Cache-Control': 'no-store',
      ...problem.headers,
    },
    body,
  }
}

/** What a client sent, as a message may repeat it. */
export const quoted = (value: string) => shortened(value, 80)
