import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Block,
  type ContactField,
  headingOf,
  nodesOf,
  type Phrasing,
  type PolicyDocument,
  type Section,
} from '../../src/core/document.ts'
import { render } from '../../src/core/render/index.ts'
import { arbitraryDocument } from './arbitrary-document.ts'
import { everyNode } from './every-node.ts'
import { elementsIn, type HtmlElement, readHtml, textIn } from './read-html.ts'

const empty = everyNode('ja')
const elements = (document: PolicyDocument) => elementsIn(readHtml(render(document, 'html')))
const policy = elements(everyNode('ja'))
const typed = (type: string) => policy.filter(({ attributes }) => attributes['data-type'] === type)
const text = ({ children }: HtmlElement) => textIn(children)
const rendered = (...children: (Block | Section)[]) => elements({ ...empty, children })
const sentence = (...children: Phrasing[]) => rendered({ type: 'paragraph', children })
const only = (found: readonly HtmlElement[], name: string) => {
  const those = found.filter((element) => element.name === name)
  expect(those).toHaveLength(1)
  return those[0] as HtmlElement
}

describe('structure', () => {
  test('headings follow the levels of the sections and begin with the printed number', () => {
    const headings = policy.filter(({ name }) => /^h[1-6]$/.test(name))
    expect(headings.map((heading) => [heading.name, text(heading)])).toEqual([
      ['h1', 'プライバシーポリシー'],
      ...nodesOf(everyNode('ja'), 'section').map((section) => [
        `h${section.level + 1}`,
        headingOf(section),
      ]),
    ])
    expect(text(only(headings[1]?.children as HtmlElement[], 'span'))).toBe('第１条')
  })

  test('a title that is not printed is not there, for the page to put in', () => {
    const document = { ...empty, title: { text: '方針', printed: false } }
    expect(elements(document).some(({ name }) => name === 'h1')).toBe(false)
  })

  test('a section can be linked to by its id, and so can a list item that something refers to', () => {
    const sections = policy.filter(({ name }) => name === 'section')
    expect(sections.map(({ attributes }) => attributes.id)).toEqual(
      nodesOf(everyNode('ja'), 'section').map(({ id }) => id),
    )
    expect(
      typed('sectionReference').map(({ name, attributes }) => [name, attributes.href]),
    ).toEqual([
      ['a', '#section-purposes'],
      ['a', '#item-devices'],
      ['span', undefined],
    ])
  })

  test('a reference to a section of another document is text', () => {
    const found = sentence({
      type: 'sectionReference',
      target: 'gone',
      text: '第３条',
      follow: false,
    })
    expect(found.some(({ name }) => name === 'a')).toBe(false)
  })

  test('list items carry their printed markers as text', () => {
    const [list] = typed('exceptionClauseList')
    expect(list).toMatchObject({ name: 'ul', attributes: { role: 'list', class: 'hang-3' } })
    expect(
      elementsIn(list?.children ?? [])
        .filter(({ attributes }) => attributes.class === 'marker')
        .map(text),
    ).toEqual(['（１）', '（２）'])
  })

  test('a purpose that continues the line before stands in its item', () => {
    const [list] = typed('purposeList')
    const items = elementsIn(list?.children ?? []).filter(({ name }) => name === 'li')
    expect(items.map(text)[1]).toBe(
      '２．代金の請求、返金及び与信管理のため、並びに商品の改善に関する調査のため',
    )
  })

  test('header cells say what they head, and an empty corner heads nothing', () => {
    const cell = (header: boolean, value: string) =>
      ({ type: 'tableCell', header, children: [{ type: 'text', value }] }) as const
    const found = rendered({
      type: 'table',
      children: [
        { type: 'tableRow', children: [cell(true, ''), cell(true, '項目')] },
        { type: 'tableRow', children: [cell(true, '会員'), cell(false, '氏名')] },
      ],
    })
    const cells = found.filter(({ name }) => name === 'th' || name === 'td')
    expect(cells.map((it) => [it.name, it.attributes.scope, text(it)])).toEqual([
      ['td', undefined, ''],
      ['th', 'col', '項目'],
      ['th', 'row', '会員'],
      ['td', undefined, '氏名'],
    ])
  })

  test('a paragraph without text leaves no empty element', () => {
    expect(sentence().some(({ name }) => name === 'p')).toBe(false)
  })
})

describe('what a front end finds', () => {
  test('every typed node by its type, and its record', () => {
    const marked = [
      'purpose',
      'exceptionClause',
      'jointUsePartner',
      'safetyMeasure',
      'contact',
    ] as const
    for (const type of marked) {
      expect(typed(type).map(({ attributes }) => attributes['data-record'])).toEqual(
        nodesOf(everyNode('ja'), type).map(({ id }) => id),
      )
    }
  })

  test('dates, fees, defined terms and contacts as the elements that HTML has for them', () => {
    expect(only(policy, 'time').attributes).toMatchObject({ datetime: '2021-04-01' })
    expect(only(policy, 'data').attributes).toMatchObject({ value: '1000' })
    expect(policy.filter(({ name }) => name === 'dfn').map(text)).toEqual(['当社', '生命等'])
    expect(typed('contact').map(({ name }) => name)).toEqual(['address', 'span'])
    expect(typed('signature').map(({ name }) => name)).toEqual(['address'])
  })
})

describe('links', () => {
  const field = (name: ContactField, value: string) =>
    sentence({ type: 'value', of: 'contact', record: 'desk', field: name, text: value }).find(
      ({ name: tag }) => tag === 'a',
    )?.attributes.href

  test.each([
    ['email', 'privacy@aoba.example', 'mailto:privacy@aoba.example'],
    ['email', 'ｐｒｉｖａｃｙ＠ａｏｂａ．ｅｘａｍｐｌｅ', 'mailto:privacy@aoba.example'],
    ['email', 'a@aoba.example?cc=b@aoba.example', undefined],
    ['email', 'privacy★aoba.example', undefined],
    ['tel', '03-0000-0000', 'tel:0300000000'],
    ['tel', '０３（００００）００００', 'tel:0300000000'],
    ['tel', '+81 3 0000 0000', 'tel:+81300000000'],
    ['tel', '03-0000-0000（内線12）', undefined],
    ['tollFree', '0120-000-000', 'tel:0120000000'],
    ['url', 'https://aoba.example/問合せ', 'https://aoba.example/%E5%95%8F%E5%90%88%E3%81%9B'],
    ['url', 'javascript:alert(1)', undefined],
    ['url', 'www.aoba.example', undefined],
    ['address', 'https://aoba.example/', undefined],
  ] as const)('a printed %s %s leads to %s', (name, value, href) => {
    expect(field(name, value)).toBe(href)
  })

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//aoba.example',
    '/contact',
    '',
    'vbscript:x',
    'blob:https://aoba.example/x',
  ])('a link to `%s` is text', (url) => {
    const found = sentence({ type: 'link', url, children: [{ type: 'text', value: 'こちら' }] })
    expect(found.some(({ name }) => name === 'a')).toBe(false)
    expect(text(only(found, 'p'))).toBe('こちら')
  })

  test('a link inside a link is text', () => {
    const found = sentence({
      type: 'link',
      url: 'https://aoba.example/',
      children: [
        { type: 'value', of: 'contact', record: 'desk', field: 'email', text: 'a@aoba.example' },
      ],
    })
    expect(only(found, 'a').attributes.href).toBe('https://aoba.example/')
  })
})

test('no text of any field becomes markup, script, style or a way out of the page', () => {
  const tags = new Set(
    'article section h1 h2 h3 h4 p ul li span br strong a dfn time data address table thead tbody tr th td'.split(
      ' ',
    ),
  )
  const attributes = /^(?:class|id|lang|role|href|datetime|value|scope|data-[a-z-]+)$/
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      for (const element of elements(document)) {
        expect(tags).toContain(element.name)
        for (const [name, value] of Object.entries(element.attributes)) {
          expect(name).toMatch(attributes)
          if (name === 'class')
            expect(value).toMatch(/^(?:policy|number|marker|hang-[0-5]|signature|end-mark)$/)
          if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:[^?]+$|tel:[\d+]+$|#)/)
        }
      }
    }),
  )
})
