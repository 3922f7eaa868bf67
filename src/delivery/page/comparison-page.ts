import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { ComparisonTable } from '../../core/compare/table/index.ts'
import { comparisonArticle } from '../../core/render/comparison/html.ts'
import { fontStyleUrl, pageStyle } from './page-style.ts'
import { languageName, pageWords } from './page-words.ts'

export type ComparisonPage = {
  readonly table: ComparisonTable
  /** Of the organisation. */
  readonly publisher: string
  readonly policyUrl: string
  readonly editions: readonly {
    readonly number: number
    readonly day: string
    readonly url: string
  }[]
  readonly languages: readonly { readonly locale: string; readonly url: string }[]
  readonly formats: readonly {
    readonly label: string
    readonly type: string
    readonly url: string
  }[]
}

/** The 新旧対照表 as people read it, under the policy's own style: it needs no script. */
export function renderComparisonPage(page: ComparisonPage): string {
  const { table } = page
  const html = h('html', { lang: table.locale }, [
    h('head', {}, [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, `${table.title} | ${page.publisher}`),
      h('meta', { name: 'format-detection', content: 'telephone=no' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('link', { rel: 'stylesheet', href: pageStyle.url }),
    ]),
    body(page),
  ])
  return `<!doctype html>\n${toHtml(html)}\n`
}

function body(page: ComparisonPage): Element {
  const { table, editions, formats } = page
  const words = pageWords(table.locale)
  const list = (heading: string, items: readonly Element[]) =>
    h('section', {}, [
      h('h2', {}, heading),
      h('ul', { role: 'list' }, [...items.map((item) => h('li', {}, [item]))]),
    ])
  return h('body', {}, [
    h('a', { className: ['skip-link'], href: '#policy-text' }, words.skip),
    h('header', { className: ['page-header'] }, [
      h('a', { href: page.policyUrl }, page.publisher),
      languageLinks(page),
    ]),
    h('div', { className: ['page-body'] }, [
      h('main', { id: 'policy-text', tabIndex: -1 }, [comparisonArticle(table)]),
    ]),
    h('footer', { className: ['page-footer'] }, [
      list(
        words.history,
        editions.map(({ number, day, url }) =>
          h('a', { href: url }, words.edition(number, words.day(day))),
        ),
      ),
      list(
        words.formats,
        formats.map(({ label, type, url }) => h('a', { href: url, type }, label)),
      ),
    ]),
    h('link', { rel: 'stylesheet', href: fontStyleUrl }),
  ])
}

function languageLinks({ table, languages }: ComparisonPage): Element | null {
  if (languages.length < 2) return null
  return h('nav', { ariaLabel: pageWords(table.locale).languages }, [
    h('ul', { role: 'list' }, [
      ...languages.map(({ locale, url }) =>
        h('li', { lang: locale }, [
          locale === table.locale
            ? h('span', { ariaCurrent: 'true' }, languageName(locale))
            : h('a', { href: url, hrefLang: locale }, languageName(locale)),
        ]),
      ),
    ]),
  ])
}
