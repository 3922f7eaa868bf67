'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { PickableText } from '../../../operations/pickable-text.ts'

/** The changes of a policy's working copy that can be published by themselves; asks nothing without a policy. */
export function useChanges(
  policies: string,
  policy: string | undefined,
  {
    effectiveFrom,
    corrects,
    since,
  }: {
    readonly effectiveFrom: string
    readonly corrects: number | null
    readonly since: unknown
  },
): PickableText | null {
  const { config } = useConfig()
  const [told, setTold] = useState<PickableText | null>(null)
  const query = new URLSearchParams({
    effectiveFrom,
    ...(corrects !== null && { corrects: String(corrects) }),
  })
  const url =
    policy && `${config.serverURL}${config.routes.api}/${policies}/${policy}/changes?${query}`
  useEffect(() => {
    setTold(null)
    if (!url) return
    // An answer that comes after another question was asked is not wanted any more.
    let isWanted = true
    ask(url).then((answer) => isWanted && setTold(answer))
    return () => {
      isWanted = false
    }
  }, [url, since])
  return told
}

/** Where nothing was published yet, there is nothing to hold back, and the server says so. */
async function ask(url: string): Promise<PickableText | null> {
  try {
    const response = await fetch(url, { credentials: 'include' })
    return response.ok ? ((await response.json()) as PickableText) : null
  } catch {
    return null
  }
}
