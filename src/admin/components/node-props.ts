import type { Words } from '../../core/words.ts'

/** What `collections/body.ts` tells the components about a node: its name, and the collection of each relation. */
export type NodeProps = {
  readonly words: Words
  readonly relations: { readonly [name: string]: string }
}
