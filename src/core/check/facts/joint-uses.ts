import type { JointUseStatement } from '../../document.ts'
import { jointUseTopicOf } from '../../parse/joint-use.ts'
import { namesIn } from '../../parse/names.ts'
import type { Range } from '../../render/printed.ts'
import type { Analysis, Passage, Placed, SectionPlace } from '../analysis.ts'
import { fact } from '../fact.ts'
import { within } from '../reading-order.ts'
import { matchesIn } from '../search.ts'

/**
 * One description of joint use: an outermost section about it, or a run of them that are headed by its parts, and what
 * 27条5項3号 asks of it, where it prints.
 */
export type JointUsePlace = Range & {
  readonly section: SectionPlace
  readonly passages: readonly Passage[]
  readonly key: string
  readonly items: readonly Range[]
  readonly scope: readonly Range[]
  readonly purposes: readonly Range[]
  /** Who answers for the data: the words that name it, below or behind a label. */
  readonly manager: Manager | null
  /** Says that there is no joint use. */
  readonly isDenied: boolean
  /** Leaves the facts to another page or notice. */
  readonly isElsewhere: boolean
}
export type Manager = Range & { readonly text: string; readonly key: string }

/** The descriptions of joint use in a document, in reading order. */
export const jointUses = fact((analysis): readonly JointUsePlace[] =>
  runsOf(
    analysis.ofKind('jointUse').filter(({ parent }) => parent?.node.kind !== 'jointUse'),
    analysis,
  ).map(([section, last]) => describe(analysis, section, last.end)),
)

/** Where a sentence announces joint use, its parts may be sections beside each other: (1) 項目, (2) 範囲, (3) 利用目的. */
function runsOf(
  outermost: readonly SectionPlace[],
  { sections }: Analysis,
): [first: SectionPlace, last: SectionPlace][] {
  const at = new Map(sections.map((section, i) => [section, i]))
  const runs: [SectionPlace, SectionPlace][] = []
  for (const section of outermost) {
    const run = runs.at(-1)
    const goesOn =
      run !== undefined &&
      run[1].parent === section.parent &&
      [run[0], ...sections.slice((at.get(run[1]) ?? 0) + 1, at.get(section)), section].every(isPart)
    if (goesOn) run[1] = section
    else runs.push([section, section])
  }
  return runs
}
const isPart = ({ node }: SectionPlace) =>
  node.number !== '' && jointUseTopicOf(node.heading) !== null

/** Which of what 27条5項3号 asks a description gives. */
const partsOf = ({ items, scope, purposes, manager }: JointUsePlace) =>
  [items, scope, purposes, manager ? [manager] : []].flatMap((part, i) =>
    part.length > 0 ? [i] : [],
  )

/**
 * Descriptions that give one or two parts each, and together all of them, are one joint use that stands in several
 * places; what each lacks is not missing.
 */
export const isToldApart = fact((analysis) => {
  const bits = statedJointUses(analysis).filter((use) => partsOf(use).length <= 2)
  return bits.length > 1 && new Set(bits.flatMap(partsOf)).size === 4
})

/**
 * Whether a description is one part of another one: headed by a part of what the Act asks (項目, 範囲), or one of several
 * of which another is. What it lacks may stand in the other.
 */
export const isPartOfOther = fact((analysis) => {
  const uses = jointUses(analysis)
  return uses.length > 1 && uses.some(({ section }) => jointUseTopicOf(section.node.heading))
})

/** Those that say what is used jointly. */
export const statedJointUses = fact((analysis) =>
  jointUses(analysis).filter(({ isDenied, isElsewhere }) => !isDenied && !isElsewhere),
)

function describe(analysis: Analysis, section: SectionPlace, end: number): JointUsePlace {
  const inside = <N extends Range>(places: readonly N[]) =>
    within(places, { start: section.start, end })
  const passages = inside(analysis.passages)
  const said = passages.map((one) => one.key).join('\n')
  const statements = inside(analysis.of('jointUseStatement'))
  const isListed = inside(analysis.of('jointUseDataItem')).length > 0
  return {
    start: section.start,
    end,
    section,
    passages,
    key: said,
    items: [...inside(analysis.of('jointUseDataItem')), ...labelled(passages, itemLabel)],
    scope: [
      ...inside(analysis.of('jointUsePartner')),
      ...about(statements, 'scope'),
      ...labelled(passages, scopeLabel),
    ],
    purposes: [...inside(analysis.of('jointUsePurpose')), ...labelled(passages, purposeLabel)],
    manager: managerIn(passages),
    isDenied:
      about(statements, 'none').length > 0 ||
      (!isListed && (denial.test(said) || !isSpokenOf(passages))),
    isElsewhere: !isListed && (elsewhere.test(said) || isOnlyPointed(passages)),
  }
}

const about = (
  statements: readonly Placed<JointUseStatement>[],
  what: JointUseStatement['about'],
) => statements.filter(({ node }) => node.about === what)

/** A section that is headed by joint use among other things, and says nothing of it. */
const isSpokenOf = (passages: readonly Passage[]) =>
  passages.some(
    ({ kind, key: said }) => kind !== 'heading' && /共同|グループ|責任者|範囲/u.test(said),
  )

const denial =
  /共同(?:して|で)?(?:の)?利用[^。\n]{0,40}(?:ません|行わない|予定はな|(?:該当)?なし(?=$|。|\n))/u
const elsewhere =
  /共同(?:して)?利用(?:する|を行う|を行なう|を実施する)(?:場合|とき|際)(?:に)?(?:は)?[^。\n]*(?:通知|公表|明示|お知らせ|同意|[措処]置)|(?:別途|別に|個別に|その都度|あらかじめ)[^。\n]{0,30}(?:公表|通知|定め|掲載|明示|お知らせ)|(?:こちら|下記(?:の)?(?:ページ|リンク|URL)|「[^「」\n]{2,40}」)(?:を|に)?(?:ご覧|ご参照|ご確認|記載)|(?:URL|ページ|サイト)[^。\n]{0,12}(?:ご覧|ご参照|ご確認)/u

/** Nothing but the name of another page or file: グループ共同利用について（PDF）. */
function isOnlyPointed(passages: readonly Passage[]): boolean {
  const lines = passages.filter(({ kind }) => kind !== 'heading')
  return (
    lines.length > 0 &&
    lines.every(({ key: line }) => !line.includes('。') && pointing.test(line) && line.length < 60)
  )
}
const pointing = /pdf|こちら|ダウンロード|別紙|一覧(?:表)?へ/iu

const itemLabel =
  /項目|共同(?:して)?利用(?:する|される)?(?:お客様の)?(?:個人情報|個人データ|情報)(?:の(?:内容|種類|範囲))?(?:は|:|$)|氏名|名前|連絡先|住所|電話番号|メールアドレス|履歴/u
const scopeLabel =
  /範囲|共同(?:して)?利用(?:者(?!の(?:利用)?目的)|先|する(?:者(?!の(?:利用)?目的)|会社|企業|相手|法人|団体|事業者))|(?:との間で|と(?!おり))(?:、)?(?:[^。\n]{0,40})共同|グループ(?:会社|企業|各社|法人|内)|関係会社|関連会社|子会社/u
const purposeLabel = /目的|ため/u

/** Passages that a label opens, or a heading names. */
function labelled(passages: readonly Passage[], words: RegExp): readonly Range[] {
  return passages.filter(({ key: said }) => words.test(said))
}

const managerWords =
  /(?:管理(?:に|について|の)(?:係る|関する)?、?)?責任(?:を有する|を負う)?者|管理責任者|管理者|(?:管理|取り?扱い)[^。\n]{0,16}責任(?:を|は)/u

/** The words that name the responsible operator: behind the label, or what follows the heading or label that asks. */
function managerIn(passages: readonly Passage[]): Manager | null {
  let asked: Passage | null = null
  const values: Passage[] = []
  for (const one of passages) {
    if (asked !== null) {
      if (one.kind === 'heading' || otherTopic.test(one.key)) break
      values.push(one)
      continue
    }
    if (!managerWords.test(one.key) || /氏名又は名称、?(?:について|を?あらかじめ)/u.test(one.key))
      continue
    const [value] = [...matchesIn(one, behindLabel)]
    if (value && value.end > value.start) return asManager(value, passages, one)
    const apart = behindSpace.exec(one.text)?.[1]
    if (apart !== undefined) {
      const start = one.start + one.text.length - apart.length
      return asManager({ start, end: one.end, text: apart }, passages, one)
    }
    if (one.kind === 'heading' || one.key.length < 60 || /[::]$/u.test(one.key)) asked = one
    else return asManager(one, passages, one)
  }
  const [first] = values
  if (first) {
    const [line = ''] = first.text.split('\n')
    const bullet = /^[・○●■\s-]+/u.exec(line)?.[0].length ?? 0
    return {
      start: first.start + bullet,
      end: first.start + line.length,
      text: line.slice(bullet),
      key: values.map((one) => one.key).join('\n'),
    }
  }
  return asked && namesIn(asked.text, false).length > 0 ? asManager(asked, passages, asked) : null
}

function asManager(
  value: Range & { readonly text: string },
  passages: readonly Passage[],
  from: Passage,
): Manager {
  const after = passages.slice(passages.indexOf(from) + 1)
  const stop = after.findIndex((one) => one.kind === 'heading' || otherTopic.test(one.key))
  const rest = after.slice(0, stop < 0 ? after.length : stop)
  return {
    start: value.start,
    end: value.end,
    text: value.text,
    key: [from.key, ...rest.map((one) => one.key)].join('\n'),
  }
}

const behindLabel =
  /(?<=(?:責任(?:を有する|を負う)?者|管理責任者|管理者)(?:(?:の氏名)?(?:又は|または)?(?:の?名称)?)?[:は])(?!以下|次の|下記)[^:、。][^:。]*?(?=(?:です|とする|とします|となります|といたします)?(?:。|$))/gu
/** 管理責任者　株式会社…: a label that only a space parts from the name. */
const behindSpace =
  /^[^。、：:\n]{0,20}(?:責任(?:を有する|を負う)?者|管理者)[ \u3000]+((?:\S{0,12})(?:会社|法人|組合|協会|財団)[^。\n]*)$/u
const otherTopic = /^[^。]{0,24}(?:項目|利用目的|共同利用の?目的|範囲|取得方法)(?:$|[:は])/u
