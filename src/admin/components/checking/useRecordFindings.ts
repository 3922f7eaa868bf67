'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { RecordCheck } from '../../../operations/checking/check-record.ts'

/** Answers by their address, with what they rest on: while that stands, nothing is checked anew. */
const known = new Map<string, { readonly etag: string; readonly answer: RecordCheck }>()
const most = 50

/** What the policies that print a record say of it; asked again whenever `since`, the last save, is another. */
export function useRecordFindings(
  collection: string | undefined,
  id: string | undefined,
  { policy, since }: { readonly policy: string | null; readonly since?: unknown },
): RecordCheck | undefined {
  const { config } = useConfig()
  const query = policy ? `?${new URLSearchParams({ policy })}` : ''
  const url =
    collection &&
    id &&
    `${config.serverURL}${config.routes.api}/${collection}/${id}/findings${query}`
  const [check, setCheck] = useState<RecordCheck>()
  useEffect(() => {
    if (!url) return
    let isWanted = true
    ask(url).then((answer) => {
      if (isWanted) setCheck(answer)
    })
    return () => {
      isWanted = false
    }
  }, [url, since])
  return check
}

async function ask(url: string): Promise<RecordCheck | undefined> {
  const before = known.get(url)
  try {
    const response = await fetch(url, {
      credentials: 'include',
      cache: 'no-store',
      headers: before ? { 'if-none-match': before.etag } : {},
    })
    if (before && response.status === 304) return before.answer
    known.delete(url)
    if (!response.ok) return undefined
    const answer = (await response.json()) as RecordCheck
    const etag = response.headers.get('etag')
    if (etag) known.set(url, { etag, answer })
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return answer
  } catch {
    return undefined
  }
}
