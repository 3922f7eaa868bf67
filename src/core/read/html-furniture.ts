import type { Element } from 'hast'
import type { Message } from '../parse/report.ts'
import { elementsIn, namesOf, textIn, within } from './hast-nodes.ts'
import type { Measure, Measures } from './html-measure.ts'

/** What stands around the text of a page, by what it is to a reader. */
export const why = {
  navigation: { ja: 'ナビゲーション', en: 'navigation' },
  breadcrumb: { ja: 'パンくずリスト', en: 'breadcrumb' },
  header: { ja: 'ページのヘッダー', en: 'page header' },
  footer: { ja: 'ページのフッター', en: 'page footer' },
  aside: { ja: 'サイドバー', en: 'sidebar' },
  form: { ja: '入力欄', en: 'form' },
  hidden: { ja: '画面に表示されない部分', en: 'not shown on the page' },
  banner: { ja: 'Cookie などの同意バナー', en: 'consent banner' },
  contents: { ja: 'ページ内の目次', en: 'table of contents of the page' },
  share: { ja: '共有・印刷などのボタン', en: 'buttons to share or print' },
  top: { ja: 'ページの先頭などへ戻るリンク', en: 'link back to the top or to another page' },
  above: { ja: '表題の上の見出し', en: 'heading above the title' },
  outside: { ja: '本文の外', en: 'outside of the main text' },
  picture: { ja: '図の中の文字', en: 'text within a picture' },
  reading: { ja: 'ふりがな', en: 'reading aid' },
} satisfies Record<string, Message>

type Page = { readonly measures: Measures; readonly total: Measure }

/** Why an element is no part of a page's text; null where it is, or may be. */
export function furniture(
  element: Element,
  ancestors: readonly Element[],
  page: Page,
): Message | null {
  const own = page.measures.get(element)
  if (!own || own.characters === 0) return null
  // Whatever it is called: what holds much of the page's running text is its text.
  if (own.prose > page.total.prose * 0.3) return null
  return (
    byState(element, own) ??
    byRole(element, ancestors) ??
    byName(element, own) ??
    byContent(element, own)
  )
}

function byState({ tagName, properties }: Element, { prose }: Measure): Message | null {
  const style = String(properties.style ?? '')
  const hidden =
    properties.hidden !== undefined ||
    properties.ariaHidden === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style)
  // A closed accordion holds text that a reader opens.
  if (hidden && prose === 0) return why.hidden
  if (tagName === 'noscript') return why.hidden
  if (tagName === 'svg' || tagName === 'math') return why.picture
  return tagName === 'rt' || tagName === 'rp' ? why.reading : null
}

const roles: { readonly [role: string]: Message } = {
  navigation: why.navigation,
  banner: why.header,
  contentinfo: why.footer,
  complementary: why.aside,
  search: why.form,
}

function byRole(element: Element, ancestors: readonly Element[]): Message | null {
  const { tagName, properties } = element
  const role = roles[String(properties.role ?? '')]
  if (role && !namesPolicy(element)) return role
  // The head and the foot of an article or a section are a part of it.
  const ofPage = !ancestors.some(({ tagName: name }) => /^(?:main|article|section)$/u.test(name))
  switch (tagName) {
    case 'nav':
      return isBreadcrumb(element) ? why.breadcrumb : why.navigation
    case 'aside':
      return why.aside
    case 'header':
      return ofPage && !namesPolicy(element) ? why.header : null
    case 'footer':
      return ofPage && !signsPolicy(element) ? why.footer : null
    case 'select':
    case 'textarea':
    case 'option':
    case 'datalist':
    case 'search':
      return why.form
    default:
      return null
  }
}

const words = (...names: string[]) =>
  new RegExp(`(?:^|[\\s_-])(?:${names.join('|')})(?:$|[\\s_-]|\\d)`, 'iu')
const names: readonly (readonly [RegExp, Message])[] = [
  [words('breadcrumbs?', 'bread', 'crumbs?', 'pankuzu', 'topic-?path'), why.breadcrumb],
  [words('cookies?', 'consent', 'gdpr', 'cmp', 'cc-window'), why.banner],
  [words('page-?top', 'to-?top', 'back-?to-?top', 'go-?top', 'skip', 'skip-?link'), why.top],
  [words('share', 'sns', 'social', 'share-?buttons?', 'print'), why.share],
  [words('toc', 'ez-toc', 'table-of-contents'), why.contents],
  [
    words(
      'g?nav',
      'navi',
      'navigation',
      'global-?nav',
      'menu',
      'drawer',
      'hamburger',
      'lang',
      'language',
    ),
    why.navigation,
  ],
  [
    words('side', 'side-?bar', 'widget', 'sub-?menu', 'local-?nav', 'related', 'banners?'),
    why.aside,
  ],
  [words('header', 'site-header', 'masthead'), why.header],
  [words('footer', 'foot', 'site-footer', 'copyright'), why.footer],
]

/** By the name that the author gives it, if its content does not speak against it. */
function byName(element: Element, own: Measure): Message | null {
  if (/^(?:html|body|main|article|h[1-6])$/u.test(element.tagName)) return null
  const name = namesOf(element)
  const reason = names.find(([pattern]) => pattern.test(name))?.[1]
  if (!reason) return null
  if (reason === why.banner) return isConsent(element, own) ? reason : null
  if (namesPolicy(element) || (reason === why.footer && signsPolicy(element))) return null
  const linked = own.linked / own.characters
  // accordion-header, section-menu: a name of a part of the text, which has a heading.
  if (linked < 0.5 && [...within(element)].some(({ tagName }) => /^h[1-6]$/u.test(tagName)))
    return null
  return own.prose === 0 || linked >= 0.6 || reason === why.footer ? reason : null
}

function byContent(element: Element, own: Measure): Message | null {
  if (element.tagName === 'dialog' || /^(?:alert)?dialog$/u.test(String(element.properties.role)))
    return isConsent(element, own) ? why.banner : null
  if (own.linked < own.characters * 0.9) return null
  if (['ul', 'ol', 'div', 'p', 'dl', 'details'].includes(element.tagName)) {
    if (isBreadcrumb(element)) return why.breadcrumb
    if (isContents(element)) return why.contents
  }
  return null
}

/** Asks for consent: short, with something to press. */
function isConsent(element: Element, { characters }: Measure): boolean {
  const presses = [...within(element)].some(
    ({ tagName, properties }) =>
      tagName === 'button' || properties.role === 'button' || properties.type === 'button',
  )
  return (
    characters < 800 &&
    (presses || /(?:同意する|許可する|受け入れる|拒否|Accept)/u.test(textIn(element)))
  )
}

/** ホーム ＞ 会社情報 ＞ プライバシーポリシー */
function isBreadcrumb(element: Element): boolean {
  const label = `${element.properties.ariaLabel ?? ''}`
  if (/breadcrumb|パンくず|現在位置/iu.test(label)) return true
  return /^[\s>＞»›/|｜]*(?:ホーム|トップ(?:ページ)?|TOP|HOME|Home|Top)\s*(?:[>＞»›/|｜]|\n)/u.test(
    textIn(element).trimStart(),
  )
}

/** Links into the page itself and nothing else. */
function isContents(element: Element): boolean {
  const links = [...within(element)].filter(({ tagName }) => tagName === 'a')
  return (
    links.length >= 3 &&
    links.every(({ properties }) => String(properties.href ?? '').startsWith('#'))
  )
}

const policyName =
  /プライバシー・?(?:ポリシー|ステートメント|ノーティス)|個人情報(?:等|の)?(?:の)?(?:保護|お?取り?扱い|利用目的)|個人情報保護|(?:クッキー|Cookie|外部送信)(?:に関する)?ポリシー|Privacy (?:Policy|Notice|Statement)|お客様情報の取り?扱い/iu

/** A heading that names a policy, which sites also put into their headers. */
function namesPolicy(element: Element): boolean {
  return [...within(element)].some(
    (inner) =>
      /^h[1-3]$/u.test(inner.tagName) && policyName.test(textIn(inner)) && !isWholeLink(inner),
  )
}
const isWholeLink = (element: Element) =>
  elementsIn(element).length === 1 && elementsIn(element)[0]?.tagName === 'a'

/** 制定 平成23年6月7日 / 株式会社… / 代表取締役 …: the foot of the text, and not of the page. */
function signsPolicy(element: Element): boolean {
  const text = textIn(element)
  return (
    text.length < 200 &&
    /(?:制定|改定|改訂|施行|発表)[^。]{0,12}[0-9０-９一二三四五六七八九十]年?/u.test(text) &&
    !/©|copyright|all rights/iu.test(text) &&
    ![...within(element)].some(({ tagName }) => tagName === 'a')
  )
}

/** Whether what stands beside the main text belongs to it: speaks of personal data in sentences, names the policy, dates it. */
export function belongs(element: Element, page: Page): boolean {
  const own = page.measures.get(element)
  if (!own || own.characters === 0) return true
  if (namesPolicy(element)) return true
  const text = textIn(element)
  if (own.linked > own.characters * 0.5) return false
  if (/個人情報|個人データ|プライバシ|privacy|personal (?:information|data)/iu.test(text))
    return own.prose > 0
  return (
    own.characters < 200 &&
    (/(?:制定|改定|改訂|施行|更新)(?:日)?/u.test(text) || /^\s*以\s*上\s*$/u.test(text))
  )
}

/** A line that only moves the reader about. */
export function isFurnitureLine(text: string): Message | null {
  const plain = text.normalize('NFKC').replace(/^[\s・◦‣▲△↑^<«‹←▶>»-]+|[\s▲△↑>»›]+$/gu, '')
  if (
    /^(?:この)?(?:ページ|画面)?の?(?:トップ|先頭|上部|TOP)(?:へ|に)?(?:戻る|もどる|移動)?$|^(?:page ?top|back to top|to top|top|home|ホーム|トップページ(?:へ(?:戻る)?)?|前(?:の)?ページ(?:へ|に)(?:戻る)?|戻る|一覧(?:へ|に)戻る|閉じる|本文へ(?:スキップ|移動)?|メニュー|skip to (?:main )?content)$/iu.test(
      plain,
    )
  )
    return why.top
  if (
    /^(?:(?:このページを)?(?:印刷|シェア|共有|ツイート|ポスト)(?:する)?|(?:LINE|Facebook|Twitter|X)(?:で(?:送る|シェア(?:する)?|共有))?|はてなブックマーク|Tweet|Share|Print)$/iu.test(
      plain,
    )
  )
    return why.share
  // (c) alone can count paragraphs: (c) 安全管理について.
  if (
    /^(?:©|copyright\b|\(c\) ?(?:\d{4}|.*[A-Za-z]{3}|.*(?:会社|法人)))/iu.test(plain) &&
    !/。/u.test(plain)
  )
    return why.footer
  if (/^(?:ホーム|トップ(?:ページ)?|TOP|HOME) ?[>»›/|] ?\S/iu.test(plain) && plain.length < 80)
    return why.breadcrumb
  return null
}
