import type { PolicyDocument } from '../document.ts'

/** A format that a policy is served in. */
export type Renderer = {
  /** What a reader picks it by. */
  readonly label: { readonly ja: string; readonly en: string }
  /** As in the `Content-Type` header. */
  readonly mediaType: string
  /** With its dot: `.html`. */
  readonly extension: string
  /** Prints all that `textOf` collects and, white space aside, nothing else. */
  readonly render: (document: PolicyDocument) => string
}
