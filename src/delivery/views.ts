import type { Edition } from '../core/edition/index.ts'
import type { Cache } from './cache.ts'

/** Makes what a program reads of an edition. It stays the same function, for what it made is kept. */
export type MakeView<V extends object> = (edition: Edition, language: string) => V

/** Objects made of editions in one language, each made once. */
export type Views = <V extends object>(
  head: Pick<Edition, 'sha256'>,
  language: string,
  make: MakeView<V>,
  read: () => Promise<Edition>,
) => Promise<V>

/** A document as objects, with renderings and lists of it, takes up about as many times its JSON. */
const FACTOR = 10

export function createViews(cache: Cache): Views {
  const shelf = cache.shelf<{ readonly make: unknown; readonly view: object }>('view')
  return async <V extends object>(
    { sha256 }: Pick<Edition, 'sha256'>,
    language: string,
    make: MakeView<V>,
    read: () => Promise<Edition>,
  ) => {
    const name = `${sha256} ${language}`
    const kept = shelf.get(name)
    if (kept?.make === make) return kept.view as V
    const whole = await read()
    const view = make(whole, language)
    const size = FACTOR * JSON.stringify(whole.documents[language] ?? {}).length
    shelf.set(name, { make, view }, size)
    return view
  }
}
