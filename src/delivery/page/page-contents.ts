import type { Element } from 'hast'
import { h } from 'hastscript'
import { labelOf, type PolicyDocument, type Section } from '../../core/document.ts'
import type { PageWords } from './page-words.ts'

/**
 * The table of contents twice, of which the style sheet shows one: folded before the text on a phone, open beside it
 * on a wide screen. Without a script, one element can't be closed here and open there for every browser and reader.
 */
export function contents(document: PolicyDocument, words: PageWords): Element[] {
  const entries = list(document.children, 2)
  if (!entries || entries.children.length < 3) return []
  return [
    h('nav', { className: ['contents', 'contents-folded'], ariaLabel: words.contents }, [
      h('details', {}, [h('summary', {}, words.contents), entries]),
    ]),
    h('nav', { className: ['contents', 'contents-open'], ariaLabel: words.contents }, [
      h('h2', {}, words.contents),
      entries,
    ]),
  ]
}

/** The sections that print a heading, to a depth; null where there are none. */
function list(children: PolicyDocument['children'], depth: number): Element | null {
  const sections = children.filter(
    (child): child is Section => child.type === 'section' && titleOf(child) !== '',
  )
  if (sections.length === 0 || depth === 0) return null
  return h(
    'ol',
    { role: 'list' },
    sections.map((section) =>
      h('li', {}, [
        h('a', { href: `#${encodeURIComponent(section.id)}` }, titleOf(section)),
        list(section.children, depth - 1),
      ]),
    ),
  )
}

/** On one line, number first, whichever way round they are printed. */
function titleOf(section: Section): string {
  const { heading, headingAbove } = section
  const gap = headingAbove && !/^[（〔【「]/.test(heading) ? ' ' : ''
  return (labelOf(section) + gap + heading).trim()
}
