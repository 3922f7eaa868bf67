import type { Edition, EditionHead } from '../../core/edition/index.ts'
import type { Cache } from './cache.ts'

/** Makes what a program reads of an edition, of whose documents it gets one. It stays the same function, for what it made is kept. */
export type MakeView<V extends object> = (edition: Edition, language: string) => V

/** Objects made of editions in one language, each made once. */
export type Views = <V extends object>(
  head: EditionHead,
  language: string,
  make: MakeView<V>,
  /** The JSON of its document in that language. */
  read: () => Promise<string>,
) => Promise<V>

/** A document as objects, with renderings and lists of it, takes up about as many times its JSON. */
const FACTOR = 10

export function createViews(cache: Cache): Views {
  const shelf = cache.shelf<{ readonly make: unknown; readonly view: object }>('view')
  return async <V extends object>(
    head: EditionHead,
    language: string,
    make: MakeView<V>,
    read: () => Promise<string>,
  ) => {
    const name = `${head.sha256} ${language}`
    const kept = shelf.get(name)
    if (kept?.make === make) return kept.view as V
    const text = await read()
    const view = make({ ...head, documents: { [language]: JSON.parse(text) } }, language)
    shelf.set(name, { make, view }, FACTOR * text.length)
    return view
  }
}
