import type { ConstructName, Unsafe } from 'mdast-util-to-markdown'

const spans: ConstructName[] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
]
const links: ConstructName[] = ['autolink', 'link', 'image', 'label']

/**
 * What GFM reads as more than text and CommonMark does not: `~struck~`, and addresses that become links by
 * themselves (GFM 6.9), where an escape beside them would show.
 */
export const unsafeInGfm: Unsafe[] = [
  { character: '~', inConstruct: 'phrasing', notInConstruct: spans },
  { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', notInConstruct: links },
  { character: '.', before: '[Ww]', after: '[\\-.\\w]', notInConstruct: links },
  { character: ':', before: '[ps]', after: '\\/', notInConstruct: links },
].map((pattern): Unsafe => ({ inConstruct: 'phrasing', ...pattern }) as Unsafe)
