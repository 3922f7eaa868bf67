import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { ComparisonTable } from '../../compare/table/index.ts'
import { tableWords } from '../../compare/table/words.ts'
import { cellsOf, linesOf, type PrintedLine } from './cells.ts'

/**
 * A 新旧対照表 as an `<article>` to put into a page. What changed stands in `<u>`, which every browser underlines, with
 * or without a style sheet; rows that begin another 条 are marked by `opens`.
 */
export function comparisonHtml(table: ComparisonTable): string {
  return `${toHtml(comparisonArticle(table))}\n`
}

/** The table as a tree of HTML elements, for whoever builds a page around it. */
export function comparisonArticle(table: ComparisonTable): Element {
  const { locale, title, lines, columns, rows, remarks } = table
  const head = columns.map(({ side, label }) => h('th', { scope: 'col', className: [side] }, label))
  const body = rows.map((row) =>
    h('tr', row.opens ? { className: ['opens'] } : {}, [
      ...cellsOf(table, row).map((cell, i) =>
        h('td', { className: [columns[i]?.side ?? ''] }, linesOf(cell, locale).map(paragraph)),
      ),
    ]),
  )
  return h('article', { className: ['comparison'], lang: locale }, [
    ...onLines([
      h('h1', {}, title),
      ...lines.map((line) => h('p', { className: ['comparison-line'] }, line)),
      rows.length === 0
        ? null
        : h('table', { className: ['comparison-table'] }, [
            ...onLines([
              h('caption', {}, columns.map(({ label }) => label).join(' / ')),
              h('thead', {}, [h('tr', {}, head)]),
              h('tbody', {}, [...onLines(body)]),
            ]),
          ]),
      h('h2', {}, tableWords[locale].remarks),
      h('ul', { className: ['comparison-remarks'] }, [
        ...remarks.map((remark) => h('li', {}, remark)),
      ]),
    ]),
  ])
}

function paragraph({ stretches, depth, isHeading }: PrintedLine): Element {
  const names = [...(depth > 0 ? [`depth-${depth}`] : []), ...(isHeading ? ['heading'] : [])]
  return h(
    'p',
    names.length > 0 ? { className: names } : {},
    stretches.map(
      ({ text, changed }): ElementContent =>
        changed ? h('u', {}, text) : { type: 'text', value: text },
    ),
  )
}

/** A line of source each: white space that no reader sees. */
function onLines(elements: readonly (Element | null)[]): ElementContent[] {
  const end = { type: 'text' as const, value: '\n' }
  return [end, ...elements.flatMap((element) => (element ? [element, end] : []))]
}
