'use client'
import { useCollapsible } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Opens a row that was just added: it is there to be filled in, and Payload shows it collapsed as those that were loaded. */
export function useNewRow(isEmpty: boolean): void {
  const { isCollapsed, toggle } = useCollapsible()
  const isSeen = useRef(false)
  useEffect(() => {
    if (!isEmpty) isSeen.current = true
    if (isSeen.current || !isCollapsed) return
    isSeen.current = true
    toggle()
  }, [isEmpty, isCollapsed, toggle])
}
