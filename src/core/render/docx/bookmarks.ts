import { anchorsOf, type Paper } from '../paper/index.ts'

export type Bookmark = { readonly name: string; readonly index: number }

/**
 * The bookmark of each anchor, in reading order. Its name is the anchor's id as Word can have it: a letter, then
 * letters, digits and underscores, 40 characters at most, no two the same (also in other letters' case).
 */
export function bookmarksOf(paper: Paper): ReadonlyMap<string, Bookmark> {
  const bookmarks = new Map<string, Bookmark>()
  const names = new Set<string>()
  for (const id of anchorsOf(paper.blocks)) {
    const index = bookmarks.size + 1
    const readable = /^[\w-]{1,38}$/.test(id) ? `s_${id.replaceAll('-', '_')}` : `place_${index}`
    const name = names.has(readable.toLowerCase()) ? `place_${index}` : readable
    names.add(name.toLowerCase())
    bookmarks.set(id, { name, index })
  }
  return bookmarks
}
