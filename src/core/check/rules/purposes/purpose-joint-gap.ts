import type { JointUsePurpose } from '../../../document.ts'
import { key } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import { shortened } from '../../../shortened.ts'
import type { Analysis, Placed } from '../../analysis.ts'
import type { Draft, Rule } from '../../rule.ts'
import { recordsOf } from './purpose-records.ts'

/** The purposes of joint use are said to be those of the policy. */
const refersBack =
  /利用目的[^。]{0,16}(?:と(?:同じ|同様|同一)|のとおり|の通り)|」と(?:同じ|同様|同一)|利用目的(?:の(?:範囲|とおり|通り)|に(?:記載|定め|掲げ|同じ)|と(?:同じ|同様|同一)|記載)|(?:上記|前記|前項|前条|第[0-9一二三四五六七八九十]+[条項号])/u

export const purposeJointGap: Rule = {
  id: 'purpose-joint-gap',
  title: { ja: '共同利用の目的と利用目的', en: 'Purposes of joint use and of the policy' },
  severity: 'warning',
  isQuestion: true,
  basis: appi('18-1', '27-5-3'),
  *check(analysis) {
    const joint = analysis
      .of('jointUsePurpose')
      .filter(
        ({ node }) => node.text.length > 4 && !/責任者/u.test(node.text) && !isData(node.text),
      )
    const own = recordsOf(analysis)
    if (joint.length === 0 || own.length < 3) return
    if (joint.some(({ node }) => refersBack.test(key(node.text)))) return
    if (refersBack.test(beside(analysis, joint))) return
    const ours = new Words(
      [
        ...own.map(({ node }) => node.text),
        ...analysis.ofKind('purposes').map(({ start, end }) => analysis.text.slice(start, end)),
      ].join('\n'),
    )
    const theirs = new Words(joint.map(({ node }) => node.text).join('\n'))
    yield* notOurs(joint, ours)
    yield* notShared(joint, own, theirs)
  },
}

/** 氏名、住所、生年月日: items of data that were taken for purposes. */
const isData = (text: string) =>
  (text.match(/氏名|名前|住所|生年月日|性別|電話番号|アドレス|連絡先|勤務先|に関する情報/gu) ?? [])
    .length >= 2 && !/(?:ため|目的)/u.test(text)

type Joint = readonly Placed<JointUsePurpose>[]

/** Joint users may use data for no more than what people were told (18条1項). */
function* notOurs(joint: Joint, ours: Words): Generator<Draft> {
  const gaps = joint.filter(
    ({ node }) => strangeness(node.text, ours) >= 0.6 && strangeParts(node.text, ours).length > 0,
  )
  const [first] = gaps
  if (!first) return
  const texts = gaps.flatMap(({ node }) => strangeParts(node.text, ours))
  yield {
    at: { start: first.start + (first.node.marker?.length ?? 0), end: first.end },
    evidence: gaps.map(({ node }) => node.text),
    message: {
      ja: `共同利用の目的「${texts.map((text) => shortened(text)).join('」「')}」に当たるものが、利用目的の一覧に見当たりません。共同利用は特定した利用目的の範囲に限られます。利用目的に加えるか、共同利用の目的を見直してください。`,
      en: `Nothing in the list of purposes seems to cover the purpose of joint use “${texts.map((text) => shortened(text)).join('”, “')}”. Joint use has to stay within the purposes specified: add it there, or review it here.`,
    },
  }
}

/** What is said to be done by the whole group needs joint use, or provision, for that purpose. */
function* notShared(
  joint: Joint,
  own: ReturnType<typeof recordsOf>,
  theirs: Words,
): Generator<Draft> {
  const [first] = joint
  const gaps = own.filter(
    ({ node }) =>
      /グループ/u.test(node.text) &&
      strangeness(node.text.replace(/\p{Script=Katakana}*グループ/gu, ''), theirs) >= 0.6,
  )
  if (!first || gaps.length < 3) return
  const texts = gaps.slice(0, 3).map(({ node }) => node.text)
  yield {
    at: { start: first.start + (first.node.marker?.length ?? 0), end: first.end },
    evidence: [first.node.text, ...texts],
    message: {
      ja: `利用目的にはグループ全体で行うものが${gaps.length}件ありますが（「${texts.map((text) => shortened(text)).join('」「')}」など）、共同利用の目的「${shortened(first.node.text)}」等からは読み取れません。グループ会社も利用するなら、共同利用の目的に加えてください。`,
      en: `${gaps.length} purposes speak of the whole group (such as “${texts.map((text) => shortened(text)).join('”, “')}”), but the purposes of joint use, “${shortened(first.node.text)}” and so on, do not cover them. If group companies use the data for them, add them there.`,
    },
  }
}

/** Of a purpose that names several things, those that the other text does not have; the whole where it names one. */
function strangeParts(text: string, other: Words): readonly string[] {
  const parts = text
    .split(/、|，|並びに|ならびに|及び|および|又は|または/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.filter((part) => strangeness(part, other, 'head') > 0.65)
}

/** The share of a text's content words, by their length, that another text does not have. */
function strangeness(text: string, other: Words, asks: 'whole' | 'head' = 'whole'): number {
  const words = new Set(key(text).match(/\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,}/gu))
  let all = 0
  let strange = 0
  for (const word of words) {
    if (common.test(word)) continue
    all += word.length
    if (!(asks === 'head' ? other.covers(word) : other.holds(word))) strange += word.length
  }
  return all < 4 ? 0 : strange / all
}

/** A text that is asked for many words, most of them again and again. */
class Words {
  readonly #text: string
  readonly #held = new Map<string, boolean>()

  constructor(text: string) {
    this.#text = key(text)
  }

  /** Whether a word is there; a compound of four or more signs is there too if both its halves are. */
  holds(word: string): boolean {
    const found = this.#held.get(word) ?? this.#looksFor(word)
    this.#held.set(word, found)
    return found
  }

  /** 新商品 is covered by 商品: what a compound is of stands at its end, unless that says nothing (経営管理). */
  covers(word: string): boolean {
    return (
      this.holds(word) ||
      (/^\p{Script=Han}{3,}(?<!管理|運営|業務|活動|事業|維持|実施|対応)$/u.test(word) &&
        this.holds(word.slice(-2)))
    )
  }

  #looksFor(word: string): boolean {
    if (this.#text.includes(word)) return true
    if (word.length < 4 || !/^\p{Script=Han}+$/u.test(word)) return false
    for (let i = 2; i <= word.length - 2; i++)
      if (this.#text.includes(word.slice(0, i)) && this.#text.includes(word.slice(i))) return true
    return false
  }
}
const common =
  /^(?:当[社会法]?[人校]?|弊社|本人|個人(?:情報|データ)?|情報|利用(?:目的|者)?|目的|場合|業務|関連|関係|必要|各[種社]|全[体社]|上記|以下|提供者?|実施|対応|遂行|発生|重要|者|会社|サービス|グループ|統計|状況|受付|確保)$/u

/** What stands beside the list of joint purposes. */
const beside = ({ passages }: Analysis, [first]: Joint) =>
  passages
    .filter(({ section, kind }) => section === first?.section && kind === 'paragraph')
    .map((passage) => passage.key)
    .filter((words) => /目的/u.test(words))
    .join('\n')
