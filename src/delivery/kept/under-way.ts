import type { Heard } from '../sources/source.ts'

/** Readings of the database that have not come back yet. */
export type UnderWay = {
  /** Runs a reading once, however many ask for the same at the same time. */
  readonly once: <T>(name: string, read: () => Promise<T>) => Promise<T>
  /** Reads, and tells what was heard between the question and the answer, which the answer may not know of. */
  readonly attentive: <T>(read: () => Promise<T>) => Promise<Attended<T>>
  readonly heard: (editions: readonly Heard[]) => void
  readonly missed: () => void
}
type Attended<T> = { readonly result: T; readonly meanwhile: Meanwhile }
type Meanwhile = { readonly heard: Heard[]; hasMissed: boolean }

export function createUnderWay(): UnderWay {
  const coming = new Map<string, Promise<unknown>>()
  const attending = new Set<Meanwhile>()
  return {
    once<T>(name: string, read: () => Promise<T>) {
      const known = coming.get(name) as Promise<T> | undefined
      if (known) return known
      const made = read().finally(() => coming.delete(name))
      coming.set(name, made)
      return made
    },
    async attentive(read) {
      const meanwhile: Meanwhile = { heard: [], hasMissed: false }
      attending.add(meanwhile)
      try {
        return { result: await read(), meanwhile }
      } finally {
        attending.delete(meanwhile)
      }
    },
    heard(editions) {
      for (const meanwhile of attending) meanwhile.heard.push(...editions)
    },
    missed() {
      for (const meanwhile of attending) meanwhile.hasMissed = true
    },
  }
}
