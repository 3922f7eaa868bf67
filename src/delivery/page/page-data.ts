import type { PolicyDocument } from '../../core/document.ts'
import type { EditionHead, Standing } from '../../core/edition/index.ts'
import type { Renderer } from '../../core/render/renderer.ts'

export type PageEdition = Pick<
  EditionHead,
  'number' | 'kind' | 'effectiveFrom' | 'recordedAt' | 'sha256' | 'summary'
>

/** All that the page for people shows. */
export type Page = {
  readonly document: PolicyDocument
  readonly edition: PageEdition
  /** What has become of the edition by now: readers of any but the one in force are told so. */
  readonly standing: Standing | 'repealed'
  /** Since when the database has not been heard, so that another edition may be in force; null while all is well. */
  readonly staleSince: Date | null
  /** What kind of preview it is; null for what the public reads. */
  readonly preview: 'edition' | 'candidate' | null
  /** The address of this page, absolute; and of the page that always shows the edition in force. */
  readonly canonicalUrl: string
  readonly currentUrl: string
  /** Of the Atom feed of all editions. */
  readonly feedUrl: string
  /** The languages of this edition, this one included. */
  readonly languages: readonly { readonly locale: string; readonly url: string }[]
  /** This edition in other formats. */
  readonly representations: readonly (Pick<Renderer, 'label' | 'mediaType'> & {
    readonly url: string
  })[]
  /** Every edition that a reader may turn to, this one included, in the order to be shown. */
  readonly editions: readonly (Pick<
    PageEdition,
    'number' | 'kind' | 'effectiveFrom' | 'summary'
  > & { readonly standing: Standing; readonly url: string })[]
}
