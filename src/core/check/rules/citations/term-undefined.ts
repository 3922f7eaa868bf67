import { key } from '../../../fold.ts'
import { appi as act } from '../../../law/statutes.ts'
import { literal } from '../../../literal.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { mayHold } from '../../facts/held.ts'
import { termsOf } from '../../facts/terms.ts'
import { holding } from '../../reading-order.ts'
import type { Draft, Rule } from '../../rule.ts'
import { clauseAround } from '../../text/around.ts'

export const termUndefined: Rule = {
  id: 'term-undefined',
  title: { ja: '定義のない語', en: 'Undefined terms' },
  severity: 'warning',
  basis: null,
  *check(analysis) {
    yield* thisService(analysis)
    yield* group(analysis)
    yield* person(analysis)
    yield* plural(analysis)
    yield* abbreviation(analysis)
    yield* party(analysis)
  },
}

const definedTerms = fact((analysis) => new Set(termsOf(analysis).map(({ term }) => key(term))))

const isDefined = (analysis: Analysis, term: string) =>
  // （以下、本サービス」といいます。）: its bracket is lost, its definition is not.
  // So does 「本サービス」とは, and （本サービス）: what quotes or brackets set apart may be a definition.
  new RegExp(
    `以下[、,]?[「『“"]?${literal(term)}[」』”"]?(?:と|[)）])|[「『“"（(【]${literal(term)}[」』”"）)】]|${literal(term)}(?:とは|[:：]|[（(](?!以下))`,
    'u',
  ).test(analysis.text) ||
  definedTerms(analysis).has(key(term)) ||
  // An organisation’s record defines what the text calls it.
  [
    analysis.document.organisation.selfTerm,
    analysis.document.organisation.service?.selfTerm,
  ].includes(term)

/** Places of a term that is no part of a longer word. */
function placesOf({ text }: Analysis, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function finding(
  analysis: Analysis,
  places: readonly Range[],
  message: Draft['message'],
  more: Partial<Draft> = {},
): Draft[] {
  const { text } = analysis
  const [first] = places
  if (!first) return []
  return [
    {
      at: first,
      evidence: [
        text.slice(first.start, first.end),
        ...places.slice(0, 5).map((place) => {
          const { start, end } = clauseAround(text, place)
          return text.slice(start, end)
        }),
      ],
      message,
      ...more,
    },
  ]
}

/** 本サービス, 本アプリ: which one, only a definition tells. */
function* thisService(analysis: Analysis): Generator<Draft> {
  for (const term of [
    '本サービス',
    '本アプリ',
    '本アプリケーション',
    '本システム',
    '本件サービス',
    '本会員サービス',
  ]) {
    if (!mayHold(analysis)(term)) continue
    const places = placesOf(analysis, new RegExp(`${term}(?![ァ-ヴー]|利用規約|等)`, 'gu'))
    if (places.length === 0 || isDefined(analysis, term)) continue
    yield* finding(analysis, places, {
      ja: `「${term}」が何を指すか、定義がありません。最初に出る箇所で「（以下「${term}」といいます。）」と定義してください。`,
      en: `「${term}」 is not defined. Define it where it first stands (以下「${term}」といいます).`,
    })
  }
}

/** 当社グループ, Xグループ: whose companies, only a list or a definition tells. */
const groups =
  /(?:[当弊]社?グループ|(?<![\p{Script=Katakana}ー]|[\p{Script=Han}A-Za-z&](?<!及|又|並))[\p{Script=Katakana}ー]{3,12}グループ|(?<![A-Za-z])[A-Z][A-Za-z]{2,12}グループ)(?!ウェア|ワーク|インタビュー|ライン|ホーム|化|で|分け)/gu
const common =
  /^(?:ユーザー|ターゲット|フォーカス|ワーキング|メール|サポート|プロジェクト|チャット|ネットワーク)グループ$/u

function* group(analysis: Analysis): Generator<Draft> {
  const byTerm = new Map<string, Range[]>()
  for (const place of placesOf(analysis, groups)) {
    const term = analysis.text.slice(place.start, place.end)
    if (!common.test(term)) byTerm.set(term, [...(byTerm.get(term) ?? []), place])
  }
  for (const [term, places] of byTerm) {
    if (
      isDefined(analysis, term) ||
      isDefined(analysis, `${term}会社`) ||
      isDefined(analysis, `${term}各社`)
    )
      continue
    // 「…グループ」 in a company’s own name or address is no term.
    if (key(analysis.document.organisation.legalName).includes(key(term))) continue
    const proper = !/^[当弊]社/u.test(term)
    if (proper && places.length < 2) continue
    if (companiesListedBeside(analysis, places) || places.some(isExplained(analysis.text))) continue
    // A link on the very word leads to the list of them.
    if (places.some(isLinked(analysis))) continue
    yield* finding(analysis, places, {
      ja: `「${term}」の範囲が、使われる前に示されていません（${places.length}か所）。どの会社を指すか、最初に出る箇所で定義するか、一覧の場所を示してください。`,
      en: `What companies 「${term}」 means is not said before it is used (${places.length} places). Define it where it first stands, or say where they are listed.`,
    })
  }
}

/** Xグループ（株式会社X及びその子会社をいいます）; 別表1に記載の当社グループ会社, whether or not the annex is there. */
const isExplained =
  (text: string) =>
  ({ start, end }: Range) =>
    /^(?:会社|各社|企業)?[(（][^()（）]*(?:をい|を指|とは|会社|公司|法人|Inc|Ltd|LLC)/u.test(
      text.slice(end, end + 80),
    ) ||
    /(?:別[表紙添]|一覧|下記|以下|次)[^。\n]{0,12}(?:記載|掲げ|掲載|定め|示)[^。\n]{0,4}$/u.test(
      text.slice(Math.max(0, start - 24), start),
    )

const isLinked =
  ({ of }: Analysis) =>
  ({ start, end }: Range) =>
    of('link').some((link) => link.start === start && link.end <= end + 4)

/** 共同利用する会社：株式会社…、株式会社…: a section of these places lists which companies are meant. */
function companiesListedBeside(analysis: Analysis, places: readonly Range[]): boolean {
  const listing = sectionsOfCompanies(analysis)
  return places.some((place) => {
    const section = holding(analysis.passages, place)?.section
    return section ? listing.has(section) : false
  })
}

const sectionsOfCompanies = fact(
  ({ passages }) =>
    new Set(
      passages.flatMap(({ section, key }) =>
        section &&
        /(?:会社|企業|法人|者)(?:の?(?:範囲|名称|一覧))?[::][^。\n]*(?:株式会社|有限会社|合同会社|㈱|㈲|\(株\)|法人)/u.test(
          key,
        )
          ? section
          : [],
      ),
    ),
)

/** 利用者 beside サービス利用者: the same persons or others? */
const persons = ['利用者', '会員', '提供者', '登録者', '応募者', '購入者']
function* person(analysis: Analysis): Generator<Draft> {
  for (const term of persons) {
    if (!mayHold(analysis)(term)) continue
    const compounds = placesOf(
      analysis,
      new RegExp(`(?<![ァ-ヴー\\p{Script=Han}])[ァ-ヴー]{3,10}${term}`, 'gu'),
    ).map(({ start, end }) => analysis.text.slice(start, end))
    const counted = new Map<string, number>()
    for (const word of compounds) counted.set(word, (counted.get(word) ?? 0) + 1)
    const [usual, count = 0] = [...counted].sort((a, b) => b[1] - a[1])[0] ?? []
    if (usual === undefined || count < 3 || isDefined(analysis, term)) continue
    const bare = placesOf(
      analysis,
      new RegExp(
        `(?<![ァ-ヴー\\p{Script=Han}]|[ァ-ヴー]の)(?:当該|各)?${term}(?=[をがはにのへと個本、。])`,
        'gu',
      ),
    )
    if (bare.length === 0 || bare.length > count) continue
    // 当社の提供するサービスの利用者: says whom it means.
    if (
      new RegExp(
        `(?:サービス|サイト|アプリ|施設)(?:を|の|に)(?:ご)?(?:利用する|登録する)?${term}`,
        'u',
      ).test(analysis.text)
    )
      continue
    const [first] = bare
    const met = first ? analysis.text.slice(first.start, first.end) : term
    yield* finding(
      analysis,
      bare.sort(
        (a, b) =>
          Number(analysis.text.startsWith('当該', b.start)) -
          Number(analysis.text.startsWith('当該', a.start)),
      ),
      {
        ja: `「${term}」（「${met}」など）が定義されないまま、「${usual}」と並んで使われています。同じ人なら「${usual}」にそろえ、違うなら定義してください。`,
        en: `「${term}」 is used beside 「${usual}」 and is not defined. If they are the same persons, write 「${usual}」; else define it.`,
      },
    )
  }
}

/** 利用者等, where only 利用者 is defined. */
function* plural(analysis: Analysis): Generator<Draft> {
  const called = termsOf(analysis).filter(({ isCalled }) => isCalled)
  for (const term of new Set(called.map(({ term }) => term))) {
    if (
      !/^(?:利用者|会員|ユーザー?|お客様|お客さま|登録者|応募者|申込者|患者様?|閲覧者|来店者)$/u.test(
        term,
      )
    )
      continue
    const places = placesOf(
      analysis,
      new RegExp(`(?<![\\p{Script=Han}ァ-ヴー])${term}等(?=[をがはにのへと、。])`, 'gu'),
    )
    if (places.length < 2 || isDefined(analysis, `${term}等`)) continue
    yield* finding(analysis, places, {
      ja: `定義されているのは「${term}」ですが、「${term}等」が${places.length}か所で使われています。「等」に誰が含まれるかを定義するか、「${term}」にそろえてください。`,
      en: `「${term}」 is defined, but 「${term}等」 is used in ${places.length} places. Define whom 等 adds, or write 「${term}」.`,
    })
  }
}

/** 甲 and 乙 of a contract, whose parties no policy has. */
function* party(analysis: Analysis): Generator<Draft> {
  for (const term of ['甲', '乙']) {
    if (isDefined(analysis, term)) continue
    const places = placesOf(analysis, new RegExp(`(?<=^|[、。])${term}(?=[がはをにの])`, 'gmu'))
    yield* finding(analysis, places, {
      ja: `「${term}」が誰を指すか、定義がありません。契約書の書き方が残ったものなら、「当社」「お客様」などに改めてください。`,
      en: `「${term}」, a party of a contract, is not defined. If it was left over from one, say who is meant.`,
    })
  }
}

/** 個人情報保護法 without the name of the Act: known to everyone, and no name of a statute. */
function* abbreviation(analysis: Analysis): Generator<Draft> {
  const places = placesOf(analysis, /個人情報保護法(?!務|制|人|等ガイドライン)/gu).filter(
    (place) => !/heading|title/u.test(holding(analysis.passages, place)?.kind ?? ''),
  )
  if (places.length === 0 || isDefined(analysis, '個人情報保護法')) return
  if (key(analysis.text).includes(act)) return
  yield* finding(
    analysis,
    places,
    {
      ja: `略称「個人情報保護法」が正式名称なしに使われています。最初に「個人情報の保護に関する法律（平成15年法律第57号。以下「個人情報保護法」といいます。）」と書いてください。`,
      en: 'The short name 「個人情報保護法」 is used, and the full name of the Act stands nowhere. Write 「個人情報の保護に関する法律（平成15年法律第57号。以下「個人情報保護法」といいます。）」 first.',
    },
    { severity: 'info' },
  )
}
