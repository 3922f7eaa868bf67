import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/core/render/index.ts'
import { type Page, renderPage } from '../../src/delivery/page/page.ts'
import { fontStyleUrl, pageStyle } from '../../src/delivery/page/page-style.ts'
import { arbitraryDocument } from '../core/arbitrary-document.ts'
import { everyNode } from '../core/every-node.ts'
import { elementsIn, type HtmlElement, readHtml, textIn } from '../core/read-html.ts'

const page: Page = {
  document: everyNode('ja'),
  edition: {
    number: 3,
    kind: 'amendment',
    effectiveFrom: '2026-04-01',
    // 2 March in London, 3 March in Japan.
    recordedAt: '2026-03-02T15:30:00.000000Z',
    sha256: '0f'.repeat(32),
    summary: { ja: '共同利用の相手方を追加しました。', en: 'A partner of joint use was added.' },
  },
  standing: 'inForce',
  staleSince: null,
  preview: null,
  feedUrl: '/api/privacy-policies/aoba/privacy/feed.atom?locale=ja',
  canonicalUrl: 'https://policies.example/aoba/privacy',
  currentUrl: '/aoba/privacy',
  languages: [
    { locale: 'ja', url: 'https://policies.example/aoba/privacy' },
    { locale: 'en', url: 'https://policies.example/aoba/privacy?locale=en' },
  ],
  representations: [
    { ...formats.json, url: '/api/privacy-policies/aoba/privacy.json' },
    { ...formats.text, url: '/api/privacy-policies/aoba/privacy.txt' },
  ],
  editions: [
    {
      number: 3,
      kind: 'amendment',
      effectiveFrom: '2026-04-01',
      summary: { ja: '共同利用の相手方を追加しました。' },
      standing: 'inForce',
      url: '/aoba/privacy',
    },
    {
      number: 1,
      kind: 'import',
      effectiveFrom: '2021-04-01',
      summary: {},
      standing: 'past',
      url: '/aoba/privacy?asOf=2021-04-01',
    },
  ],
}

const elements = (changes: Partial<Page> = {}) =>
  elementsIn(readHtml(renderPage({ ...page, ...changes })))
const named = (found: readonly HtmlElement[], name: string) =>
  found.filter((element) => element.name === name)
const text = (found: readonly HtmlElement[]) => found.map(({ children }) => textIn(children))
const links = (found: readonly HtmlElement[], rel: string) =>
  named(found, 'link').filter(({ attributes }) => attributes.rel === rel)

describe('a reader', () => {
  test('is told the edition and the day from which it applies, in the language of the text', () => {
    expect(renderPage(page)).toContain('第3版（2026年4月1日施行）')
    expect(renderPage({ ...page, document: everyNode('en') })).toContain(
      'Edition 3, effective April 1, 2026',
    )
  })

  test('finds each section in the table of contents, number first', () => {
    const found = elements()
    const ids = new Set(found.map(({ attributes }) => attributes.id))
    const tables = named(found, 'nav').filter(
      ({ attributes }) => attributes['aria-label'] === '目次',
    )
    expect(tables).toHaveLength(2)
    for (const table of tables) {
      const entries = named(elementsIn(table.children), 'a')
      expect(text(entries)).toEqual([
        '第１条（利用目的）',
        '２　個人関連情報',
        '第２条（第三者提供）',
        '第３条（共同利用）',
        '第４条（安全管理措置）',
        '第５条（開示等の請求）',
        '第６条（お問い合わせ窓口）',
      ])
      for (const { attributes } of entries) expect(ids).toContain(attributes.href?.slice(1))
    }
  })

  test('of a policy of two sections gets no table of contents', () => {
    const document = { ...page.document, children: page.document.children.slice(0, 3) }
    expect(named(elements({ document, languages: [] }), 'nav')).toHaveLength(0)
  })

  test('gets the other formats, languages and editions', () => {
    const targets = named(elements(), 'a').map(({ attributes }) => attributes.href)
    expect(targets).toContain('/api/privacy-policies/aoba/privacy.json')
    expect(targets).toContain('https://policies.example/aoba/privacy?locale=en')
    expect(targets).toContain('/aoba/privacy?asOf=2021-04-01')
  })

  test('reads days as days in Japan', () => {
    expect(text(named(elements(), 'time'))).toContain('2026年3月3日')
  })

  test.each([
    ['past', '過去のもの'],
    ['upcoming', 'まだ施行されていません'],
    ['corrected', '訂正されました'],
    ['withdrawn', '取り下げられました'],
    ['repealed', '廃止されました'],
  ] as const)(
    'of an edition that is %s is told so, and search engines pass it by',
    (standing, said) => {
      const found = elements({ standing })
      const [notice] = found.filter(({ attributes }) => attributes.role === 'note')
      expect(textIn(notice?.children ?? [])).toContain(said)
      expect(found.some(({ attributes }) => attributes.content === 'noindex')).toBe(true)
    },
  )

  test('of the edition in force is not', () => {
    const found = elements()
    expect(found.some(({ attributes }) => attributes.role === 'note')).toBe(false)
    expect(found.some(({ attributes }) => attributes.content === 'noindex')).toBe(false)
  })
})

describe('the page', () => {
  test.each([true, false])(
    'has one h1, before all other headings (title printed: %s)',
    (printed) => {
      const document = { ...page.document, title: { text: 'プライバシーポリシー', printed } }
      const main = named(elements({ document }), 'main')
      const headings = elementsIn(main[0]?.children ?? []).filter(({ name }) => /^h\d$/.test(name))
      expect(headings.map(({ name }) => name).indexOf('h1')).toBe(0)
      expect(text(named(elements({ document }), 'h1'))).toEqual(['プライバシーポリシー'])
    },
  )

  test('has a language, landmarks, and a way past what repeats', () => {
    const found = elements()
    expect(named(found, 'html')[0]?.attributes.lang).toBe('ja')
    for (const landmark of ['header', 'main', 'footer'])
      expect(named(found, landmark)).toHaveLength(1)
    const [skip] = named(found, 'a')
    expect(skip?.attributes.href).toBe(`#${named(found, 'main')[0]?.attributes.id}`)
  })

  test('names itself and its other forms to machines', () => {
    const found = elements()
    expect(text(named(found, 'title'))).toEqual(['プライバシーポリシー | 株式会社青葉文具'])
    expect(links(found, 'canonical').map(({ attributes }) => attributes.href)).toEqual([
      'https://policies.example/aoba/privacy',
    ])
    expect(
      links(found, 'alternate').map(({ attributes }) => attributes.hreflang ?? attributes.type),
    ).toEqual(['ja', 'en', 'application/json', 'text/plain', 'application/atom+xml'])
  })

  test('loads style from its own origin, and nothing else', () => {
    expect(links(elements(), 'stylesheet').map(({ attributes }) => attributes.href)).toEqual([
      pageStyle.url,
      fontStyleUrl,
    ])
    expect(pageStyle.url).toMatch(/^\/assets\/policy\.css\?v=[0-9a-f]{16}$/)
    expect(pageStyle.text).not.toMatch(/url\(|@import/)
  })

  test('works under a strict Content-Security-Policy, whatever a policy or a summary says', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.constantFrom('inForce', 'past'), (document, standing) => {
        const summary = { ja: document.title.text, en: document.title.text }
        for (const element of elements({
          document,
          standing,
          edition: { ...page.edition, summary },
        })) {
          expect(['script', 'style', 'iframe', 'img', 'object', 'base', 'form']).not.toContain(
            element.name,
          )
          for (const name of Object.keys(element.attributes))
            expect(name).not.toMatch(/^(?:on|style$|src)/)
          expect(element.attributes.href ?? '').not.toMatch(/^(?:javascript|data|vbscript):/i)
        }
      }),
    )
  })
})
