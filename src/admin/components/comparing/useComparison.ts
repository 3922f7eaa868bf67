'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { PolicyComparison } from '../../../operations/compare-policy.ts'

/** What is compared: numbers of editions; null for the edition in force, and for the working copy. */
export type Asked = {
  readonly before: number | null
  readonly after: number | null
  readonly effectiveFrom: string
  readonly locale: string
}
export type Refused = { readonly detail: string }
export type Compared = PolicyComparison | Refused

/** The comparison that is asked for, and where its files are; the one before stays until the next is there. */
export function useComparison(asked: Asked) {
  const { config } = useConfig()
  const { id, collectionSlug } = useDocumentInfo()
  const query = queryOf(asked)
  const at = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}/compare?${query}`
  const [compared, setCompared] = useState<Compared | undefined>()
  useEffect(() => {
    let isWanted = true
    ask(at).then((answer) => isWanted && setCompared(answer))
    return () => {
      isWanted = false
    }
  }, [at])
  return { compared, fileAt: (format: string) => `${at}${query ? '&' : ''}format=${format}` }
}

function queryOf({ before, after, effectiveFrom, locale }: Asked): string {
  return new URLSearchParams({
    ...(before !== null && { before: String(before) }),
    ...(after !== null && { after: String(after) }),
    ...(effectiveFrom && { effectiveFrom }),
    ...(locale && { locale }),
  }).toString()
}

async function ask(url: string): Promise<Compared> {
  try {
    const response = await fetch(url, { credentials: 'include' })
    const answer = await response.json()
    if (response.ok) return answer as PolicyComparison
    return { detail: answer.detail ?? answer.errors?.[0]?.message ?? String(response.status) }
  } catch (error) {
    return { detail: String(error) }
  }
}
