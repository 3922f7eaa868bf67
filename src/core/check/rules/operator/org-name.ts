import type { SectionKind } from '../../../document.ts'
import { key } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import { entityKind, isLegalName } from '../../../parse/contact-lines.ts'
import type { Analysis, Passage } from '../../analysis.ts'
import { type DefinedAt, termsOf } from '../../facts/terms.ts'
import type { Draft, Rule } from '../../rule.ts'

export const orgName: Rule = {
  id: 'org-name',
  title: { ja: '事業者の名称', en: 'Name of the operator' },
  severity: 'error',
  basis: appi('32-1-1'),
  answeredOnRequest: true,
  ofWhole: true,
  *check(analysis) {
    const { organisation } = analysis.document
    if (organisation.legalName || analysis.passages.some(names)) return
    if (termsOf(analysis).some(isSelf)) return
    if (analysis.passages.slice(0, 6).some(({ key }) => speaksOfItself.test(key))) return
    const called = calledIn(analysis)
    if (called !== null) {
      yield { ...absent(organisation.id), ...doubtful(called) }
      return
    }
    yield {
      ...absent(organisation.id),
      message: {
        ja: '事業者の名称が書かれていません。保有個人データを取り扱う事業者の正式な名称を、本文に書いてください。',
        en: 'The text does not say who the operator is. State the full legal name of the operator.',
      },
    }
  },
}

const absent = (id: string) => ({
  at: { absent: { record: { collection: 'organisation' as const, id }, field: 'legalName' } },
})

/** A name by which the text calls whoever speaks in it: of a shop or a service, or of the operator. */
function calledIn({ passages }: Analysis): string | null {
  const counted = new Map<string, number>()
  for (const [i, { key: said, kind }] of passages.entries()) {
    if (kind === 'title') continue
    const own = i < 8 ? introduced.exec(said)?.[1] : undefined
    if (own !== undefined) return own
    const runner = i < 8 ? runs.exec(said)?.[1] : undefined
    if (runner !== undefined) return runner
    for (const [, name = ''] of said.matchAll(subjects)) {
      counted.set(name, (counted.get(name) ?? 0) + 1)
      if (counted.get(name) === 3) return name
    }
  }
  return null
}
/** Minato(ミナト)は、…; みなと(以下「当サービス」といいます。): how a text introduces who speaks. */
const introduced =
  /^(?![当本弊私])([^、。()「」\s]{2,24})\((?:以下[^()]{0,30}|[ァ-ヶーA-Za-z・ ]{2,30})\)(?:は|では|に|が|の|$)/u
/** Minatoが作成/運営するサービス */
const runs =
  /([A-Z][A-Za-z0-9]{2,20}|[ァ-ヶー]{4,20})が(?:(?:作成|運営|提供|開発|紹介|執筆)[/・、]?)+する[^。]{0,10}(?:サービス|アプリ|サイト|ブログ)/u
const subjects =
  /(?:^|。)(?!Cookie|Google|SSL|ユーザー|サービス|サイト|クッキー|メンバー|スタッフ|アカウント)([A-Z][A-Za-z]{2,20}|[ァ-ヶー]{4,20})(?:は|では|において)、/gu

const doubtful = (name: string): Pick<Draft, 'severity' | 'isQuestion' | 'message'> => ({
  severity: 'warning',
  isQuestion: true,
  message: {
    ja: `「${name}」は、事業者の正式な名称（法人なら登記された名称、個人なら氏名又は屋号）でしょうか。店舗やサービスの名称なら、保有個人データを取り扱う事業者の名称も書いてください。`,
    en: `Is “${name}” the full legal name of the operator? If it is the name of a shop or a service, state who runs it, too.`,
  },
})

const names = ({ plain, text, kind, section, key }: Passage) =>
  labelled.test(plain) ||
  // …株式会社は、…株式会社（以下: a sentence whose subject has a legal form, where no other is spoken of.
  (!of.has(section?.node.kind ?? 'other') && subject.test(key)) ||
  // Who is reached at the desk of the text is its operator; a joint user or an accredited body is another.
  (kind === 'contact' &&
    (section?.node.kind === 'contact' || section?.node.kind === 'complaints') &&
    text.split('\n').some((line) => isLegalName(line.trim())))

const of: ReadonlySet<SectionKind> = new Set([
  'jointUse',
  'entrustment',
  'accreditedOrganisation',
  'foreignTransfer',
  'cookies',
])
const subject = new RegExp(
  `^(?:[^、。()]{1,20}${entityKind.source}|${entityKind.source}[^、。()がはでの]{1,20})(?:では|は|[(]以下|といたしましては)`,
  'u',
)

/** みなとヒーリングハウス（以下「当ハウス」といいます。）, and neither a site nor an app, which have operators. */
const isSelf = ({ term, meaning }: DefinedAt) =>
  /^[当弊](?!(?:ウェブ|web)?(?:サイト|ページ)|アプリ|サービス|ブログ|ショップ|ストア)/iu.test(
    key(term),
  ) && key(meaning).length > 1

/** 青葉山 光明寺は、個人情報を…: who has no legal form, as the subject of what opens the text. */
const speaksOfItself =
  /^(?![当本弊私]|お客|利用者|個人情報|会員|皆)[\p{Script=Han}\p{Script=Katakana}A-Za-z・ー]{3,24}(?:では|は)、(?=[^。]*(?:個人情報|プライバシー))/u

/** 社名 ○○商店: a name without a legal form, behind its label. */
const labelled =
  /^\s*[・○●■]?\s*(?:(?:当|本)(?:アプリ|サイト|サービス|ブログ|ウェブサイト)の?)?(?:社名|会社名|商号|屋号|店舗?名|医?院名|団体名|運営(?:者|会社|元|団体)|販売業者|法人名|事業者(?:の)?(?:氏名又は)?名称?)[\s:/]+[^、。:/\n]{2,40}$/mu
