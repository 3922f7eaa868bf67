'use client'
import { useConfig } from '@payloadcms/ui'
import { had, useAnswer } from './useAnswer.ts'

/** What a question says besides; null and '' say nothing, a list goes with commas between. */
type Asked = { readonly [name: string]: string | number | null | readonly string[] }

/** A policy in the API of its collection. */
export function usePolicyUrl(policies: string, policy: string | undefined): string | undefined {
  const { config } = useConfig()
  return policy && `${config.serverURL}${config.routes.api}/${policies}/${policy}`
}

/**
 * What the server says of a policy's working copy, by the name that the question has there; null when it could not be
 * had, undefined while it is not there. Without a policy nothing is asked; with another `since`, all is asked again.
 */
export function usePolicyAnswer<T>(
  name: string,
  at: string | undefined,
  asked: Asked,
  since?: unknown,
): { readonly answer: T | null | undefined; readonly reload: () => Promise<void> } {
  const { answer, reload } = useAnswer<T>(at && `${at}/${name}?${queryOf(asked)}`, { since })
  return { answer: had(answer), reload }
}

export function queryOf(asked: Asked): string {
  const said = Object.entries(asked).flatMap(([name, value]): [string, string][] => {
    const text = value === null ? '' : String(value)
    return text === '' ? [] : [[name, text]]
  })
  return new URLSearchParams(said).toString()
}
