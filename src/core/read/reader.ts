import type { Words } from '../words.ts'
import type { Source } from './source.ts'

/** How a file of one format becomes the lines that the parser reads. The mirror of `Renderer`. */
export type Reader = {
  readonly label: Words
  /** With their dots. The content of a file says first what it is; where it doesn't, its name does. */
  readonly extensions: readonly string[]
  /** Its bytes are characters: content does not always tell it from other text. */
  readonly isText: boolean
  /** Loads what takes long to load, so that reading itself can be held to a limit of time. */
  readonly prepare?: () => Promise<unknown>
  /** Throws `ParseRefused` where the file is not what its format asks for, or holds no text. */
  readonly read: (bytes: Uint8Array) => Source | Promise<Source>
}
