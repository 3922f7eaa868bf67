import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { PolicyDocument } from '../../core/document.ts'
import { articleOf } from '../../core/render/html.ts'
import { linkTarget } from '../../core/render/web-address.ts'
import { contents } from './page-contents.ts'
import type { Page } from './page-data.ts'
import { editionLine, essence, footer } from './page-edition.ts'
import { fontStyleUrl, pageStyle } from './page-style.ts'
import { languageName, type PageWords, pageWords } from './page-words.ts'

export type { Page } from './page-data.ts'

/**
 * The whole page for people. It needs no script, and `Content-Security-Policy: default-src 'none'; style-src 'self';
 * font-src 'self'` lets all of it work.
 */
export function renderPage(page: Page): string {
  const words = pageWords(page.document.locale)
  const html = h('html', { lang: page.document.locale }, [head(page, words), body(page, words)])
  // The article is HTML already, and escaped by who wrote it.
  return `<!doctype html>\n${toHtml(html, { allowDangerousHtml: true })}\n`
}

function head(page: Page, words: PageWords): Element {
  const { document, edition } = page
  const organisation = document.organisation.legalName
  const title = document.title.text
  const named = title.includes(organisation) ? title : words.described(title, organisation)
  return h('head', {}, [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, title.includes(organisation) ? title : `${title} | ${organisation}`),
    h('meta', { name: 'description', content: words.joined(named, editionLine(edition, words)) }),
    // Corporate numbers are not telephone numbers.
    h('meta', { name: 'format-detection', content: 'telephone=no' }),
    page.standing === 'inForce' && page.preview === null
      ? null
      : h('meta', { name: 'robots', content: 'noindex' }),
    h('link', { rel: 'canonical', href: page.canonicalUrl }),
    page.languages.map(({ locale, url }) =>
      h('link', { rel: 'alternate', hrefLang: locale, href: url }),
    ),
    page.representations.map(({ mediaType, url }) =>
      h('link', { rel: 'alternate', type: essence(mediaType), href: url }),
    ),
    h('link', { rel: 'alternate', type: 'application/atom+xml', href: page.feedUrl }),
    h('link', { rel: 'stylesheet', href: pageStyle.url }),
  ])
}

function body(page: Page, words: PageWords): Element {
  const { document, edition, standing } = page
  return h('body', {}, [
    h('a', { className: ['skip-link'], href: '#policy-text' }, words.skip),
    h('header', { className: ['page-header'] }, [publisher(document), languageLinks(page, words)]),
    h('div', { className: ['page-body'] }, [
      ...contents(document, words),
      h('main', { id: 'policy-text', tabIndex: -1 }, [
        document.title.printed
          ? null
          : h('h1', { className: ['visually-hidden'] }, document.title.text),
        page.preview === null
          ? null
          : h('p', { className: ['edition-notice'], role: 'note' }, words.previews[page.preview]),
        standing === 'inForce' ? null : notice(page, standing, words),
        page.staleSince &&
          h('p', { className: ['edition-notice'], role: 'note' }, words.stale(page.staleSince)),
        h('p', { className: ['edition-line'] }, editionLine(edition, words)),
        { type: 'raw', value: articleOf(document) },
      ]),
    ]),
    footer(page, words),
    // Down here the text need not wait for it.
    h('link', { rel: 'stylesheet', href: fontStyleUrl }),
  ])
}

function publisher({ organisation }: PolicyDocument): Element {
  const href = organisation.url ? linkTarget(organisation.url) : null
  return href ? h('a', { href }, organisation.legalName) : h('span', {}, organisation.legalName)
}

function languageLinks({ document, languages }: Page, words: PageWords): Element | null {
  if (languages.length < 2) return null
  return h('nav', { ariaLabel: words.languages }, [
    h(
      'ul',
      { role: 'list' },
      languages.map(({ locale, url }) =>
        h('li', { lang: locale }, [
          locale === document.locale
            ? h('span', { ariaCurrent: 'true' }, languageName(locale))
            : h('a', { href: url, hrefLang: locale }, languageName(locale)),
        ]),
      ),
    ),
  ])
}

function notice(
  page: Page,
  standing: Exclude<Page['standing'], 'inForce'>,
  words: PageWords,
): Element {
  return h('p', { className: ['edition-notice'], role: 'note' }, [
    words.notices[standing],
    standing === 'repealed' ? null : [' ', h('a', { href: page.currentUrl }, words.inForce)],
  ])
}
