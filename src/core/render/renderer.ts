import type { PolicyDocument } from '../document.ts'

/** A format that a policy is served in. Text is there at once; `Promise<Uint8Array>` is for formats made of bytes. */
export type Renderer<Output extends string | Promise<Uint8Array> = string> = {
  /** What a reader picks it by. */
  readonly label: { readonly ja: string; readonly en: string }
  /** As in the `Content-Type` header. */
  readonly mediaType: string
  /** With its dot: `.html`. */
  readonly extension: string
  /** Prints all that `textOf` collects and, white space aside, nothing else. */
  readonly render: (document: PolicyDocument) => Output
}
