import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { jstDay } from '../../core/calendar.ts'
import { kindWordsOf, standingWords } from '../../core/edition/edition-words.ts'
import type { Page, PageEdition } from './page-data.ts'
import type { PageWords } from './page-words.ts'

/** 第3版（2026年4月1日施行） */
export function editionLine(
  { number, effectiveFrom }: Pick<PageEdition, 'number' | 'effectiveFrom'>,
  words: PageWords,
): string {
  return words.edition(number, words.day(effectiveFrom))
}

/** What identifies the edition, its other formats, and the editions before and after it. */
export function footer(page: Page, words: PageWords): Element {
  return h('footer', { className: ['page-footer'] }, [
    facts(page, words),
    formats(page, words),
    history(page, words),
  ])
}

function facts({ document, edition }: Page, words: PageWords): Element {
  const fact = (name: string, ...value: (ElementContent | string)[]) => [
    h('dt', {}, name),
    h('dd', {}, value),
  ]
  const summary = edition.summary[document.locale]
  const recorded = jstDay(new Date(edition.recordedAt))
  return h('section', { className: ['edition-facts'] }, [
    h('h2', {}, words.about),
    h('dl', {}, [
      ...fact(words.number, `${edition.number}`),
      ...fact(words.kind, kindWordsOf(edition)[words.language]),
      ...(summary ? fact(words.summary, summary) : []),
      ...fact(
        words.effectiveFrom,
        h('time', { dateTime: edition.effectiveFrom }, words.day(edition.effectiveFrom)),
      ),
      ...fact(words.recordedOn, h('time', { dateTime: edition.recordedAt }, words.day(recorded))),
      ...fact('SHA-256', h('code', {}, edition.sha256)),
    ]),
  ])
}

function formats({ representations }: Page, words: PageWords): Element | null {
  if (representations.length === 0) return null
  return h('section', {}, [
    h('h2', {}, words.formats),
    h(
      'ul',
      { role: 'list' },
      representations.map(({ label, mediaType, url }) =>
        h('li', {}, h('a', { href: url, type: essence(mediaType) }, label[words.language])),
      ),
    ),
  ])
}

function history({ document, edition, editions }: Page, words: PageWords): Element | null {
  if (editions.length < 2) return null
  const item = (other: Page['editions'][number]) => {
    const name = editionLine(other, words)
    const summary = other.summary[document.locale] ?? kindWordsOf(other)[words.language]
    return h('li', {}, [
      other.number === edition.number
        ? h('span', { ariaCurrent: 'true' }, name)
        : h('a', { href: other.url }, name),
      h(
        'span',
        { className: ['summary'] },
        ` ${standingWords[other.standing][words.language]} · ${summary}`,
      ),
    ])
  }
  return h('section', {}, [
    h('h2', {}, words.history),
    h('ol', { role: 'list' }, editions.map(item)),
  ])
}

/** A media type without its parameters. */
export const essence = (mediaType: string): string => mediaType.split(';')[0] ?? mediaType
