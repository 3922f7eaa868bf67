'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, type Outcome } from './ask.ts'

type Options = {
  /** Asked again whenever this changes. */
  readonly since?: unknown
  /** The answer before stays until the next is there. @default false: no answer to another question is shown */
  readonly keepsLast?: boolean
}

/**
 * What the server answers to a GET; undefined until it is there, and without a URL. An answer that comes after another
 * question was asked is not wanted any more.
 */
export function useAnswer<T>(
  url: string | undefined,
  { since, keepsLast = false }: Options = {},
): { readonly answer: Outcome<T> | undefined; readonly reload: () => Promise<void> } {
  const [answer, setAnswer] = useState<Outcome<T> | undefined>()
  const asked = useRef(0)
  const reload = useCallback(async () => {
    const own = ++asked.current
    if (!url) return
    const told = await ask<T>('GET', url)
    if (own === asked.current) setAnswer(told)
  }, [url])
  useEffect(() => {
    if (!keepsLast || !url) setAnswer(undefined)
    reload()
    return () => {
      asked.current++
    }
  }, [reload, since])
  return { answer, reload }
}

/** The answer itself; null where it could not be had, undefined while it is not there. */
export const had = <T>(answer: Outcome<T> | undefined): T | null | undefined =>
  answer && ('done' in answer ? answer.done : null)
