import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Answer } from '../answer.ts'
import { bytesOf } from '../answer.ts'
import type { Problem } from '../problem.ts'
import { pagePolicy } from './page-answer.ts'
import { fontStyleUrl, pageStyle } from './page-style.ts'

/** A problem as people read it, with the pages that they can go on from. */
export function problemPage(problem: Problem, language: 'ja' | 'en'): Answer {
  const { title, detail, links = [] } = problem
  const html = h('html', { lang: language }, [
    h('head', {}, [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', {}, title[language]),
      h('link', { rel: 'stylesheet', href: pageStyle.url }),
    ]),
    h('body', {}, [
      h('div', { className: ['page-body'] }, [
        h('main', { className: ['problem'] }, [
          h('h1', {}, title[language]),
          h('p', {}, detail[language]),
          links.length === 0
            ? null
            : h(
                'ul',
                { role: 'list' },
                links.map(({ words, url }) => h('li', {}, h('a', { href: url }, words[language]))),
              ),
        ]),
      ]),
      h('link', { rel: 'stylesheet', href: fontStyleUrl }),
    ]),
  ])
  const { body } = bytesOf(`<!doctype html>\n${toHtml(html)}\n`)
  return {
    status: problem.status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(body.length),
      'Content-Language': language,
      'Content-Security-Policy': pagePolicy,
      'Cache-Control': 'no-store',
      ...problem.headers,
    },
    body,
  }
}
