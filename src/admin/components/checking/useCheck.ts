'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { CheckAnswer } from '../../../operations/check-policy.ts'

export type Finding = CheckAnswer['findings'][number]
/** null: it could not be had. */
type State = CheckAnswer | null | undefined

/** The check of a policy's working copy, and what can be done about its findings; asks nothing without a policy. */
export function useCheck(
  policies: string,
  policy: string | undefined,
  {
    effectiveFrom = '',
    corrects = null,
    only = null,
    since,
  }: {
    readonly effectiveFrom?: string
    readonly corrects?: number | null
    /** The changes that would be published, by their keys; null for all. */
    readonly only?: readonly string[] | null
    readonly since?: unknown
  } = {},
) {
  const { config } = useConfig()
  const at = policy && `${config.serverURL}${config.routes.api}/${policies}/${policy}`
  const [checked, setChecked] = useState<State>()
  const query = String(
    new URLSearchParams({
      ...(effectiveFrom && { effectiveFrom }),
      ...(corrects !== null && { corrects: String(corrects) }),
      ...(only !== null && { only: only.join(',') }),
    }),
  )

  const load = useCallback(async () => {
    if (!at) return
    setChecked((await ask<CheckAnswer>('GET', `${at}/check?${query}`)) ?? null)
  }, [at, query])
  // `since` is when the record was saved: what was found before is old.
  useEffect(() => {
    load()
  }, [load, since])

  return {
    checked,
    reload: load,
    fix: (key: string) => ask<object>('POST', `${at}/fix`, { keys: [key] }),
    /** Adds a suppression to those that the policy has. */
    suppress: async (suppression: object) => {
      const doc = await ask<{ suppressions?: readonly object[] }>(
        'GET',
        `${at}?depth=0&joins=false`,
      )
      if (!doc) return undefined
      const suppressions = [...(doc.suppressions ?? []), suppression]
      return ask<object>('PATCH', String(at), { suppressions })
    },
  }
}

async function ask<T>(method: string, url: string, body?: object): Promise<T | undefined> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    return response.ok ? ((await response.json()) as T) : undefined
  } catch {
    return undefined
  }
}
