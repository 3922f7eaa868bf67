'use client'
import { useEffect, useState } from 'react'

/**
 * Where the form draws fields, by their paths; those that it does not show (yet) are left out. A field is found by its
 * label, for not every input has an id.
 */
export function useFieldElements(paths: readonly string[]): ReadonlyMap<string, Element> {
  const [elements, setElements] = useState<ReadonlyMap<string, Element>>(new Map())
  const wanted = [...new Set(paths)].sort().join(' ')
  useEffect(() => {
    const look = () => {
      const found = wanted.split(' ').flatMap((path) => {
        const element = elementOf(path)
        return element ? [[path, element] as const] : []
      })
      setElements((known) =>
        known.size === found.length && found.every(([path, element]) => known.get(path) === element)
          ? known
          : new Map(found),
      )
    }
    look()
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [wanted])
  return elements
}

/** The id that Payload gives to what is typed into. */
export const fieldId = (path: string) => `field-${path.replaceAll('.', '__')}`

const elementOf = (path: string): Element | null =>
  path === ''
    ? null
    : (document
        .querySelector(`label[for="${CSS.escape(fieldId(path))}"]`)
        ?.closest('.field-type') ?? null)
