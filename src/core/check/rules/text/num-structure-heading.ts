import { key } from '../../../fold.ts'
import { jointUseTopicOf } from '../../../parse/joint-use.ts'
import type { Range } from '../../../render/printed.ts'
import type { Passage } from '../../analysis.ts'
import { within } from '../../reading-order.ts'
import type { Rule } from '../../rule.ts'

/** What a heading promises, and words of which its text has at least one if it keeps to that. */
const matters: readonly (readonly [heading: RegExp, text: RegExp])[] = [
  [/閲覧履歴|行動履歴|アクセスログ/u, /履歴|ログ|アクセス|閲覧/u],
  [/第三者(?:へ|に|への)?(?:の)?(?:情報)?(?:開示|提供)/u, /第三者|提供|開示|委託/u],
  [/共同利用/u, /共同|グループ/u],
  [/委託先|業務(?:の)?委託|取扱いの委託/u, /委託|業者/u],
  [/^(?:クッキー|cookie)(?:等|類)?(?:の|について)/iu, /クッキー|cookie|ブラウザ|識別/iu],
  [
    /問い?合わ?せ|相談窓口|連絡先/u,
    /問い?合|窓口|連絡|電話|tel|メール|@|住所|〒|フォーム|相談|申|回答|意見|要望/iu,
  ],
  [/利用停止(?!等?の事由|等?の理由)/u, /停止|消去|削除/u],
  [/訂正/u, /訂正|修正|変更|誤/u],
  [/手数料/u, /手数料|円|無料|費用|徴収/u],
  [
    /アクセス解析|アナリティクス/u,
    /解析|分析|アナリティクス|analytics|計測|(?:アクセス|利用|閲覧)(?:状況|動向)/iu,
  ],
  [/SSL|暗号化/iu, /SSL|TLS|暗号/iu],
  [/未成年|子ども|児童/u, /未成年|子ども|児童|保護者|親権|歳/u],
  [/匿名加工情報/u, /匿名|加工/u],
]

export const numStructureHeading: Rule = {
  id: 'num-structure-heading',
  title: { ja: '見出しと内容', en: 'Headings and their text' },
  severity: 'warning',
  basis: null,
  isQuestion: true,
  *check({ sections, text, passages }) {
    for (const { node, heading, end, parent } of sections) {
      const title = key(node.heading)
      const body = key(text.slice(heading.end, end))
      if (heading.start === heading.end || body.length < 20) continue
      // SSLサービスにお申し込みの場合: whom the text is for, not what it is about.
      if (/(?:場合|とき|際|[方様])[)）＞>〉》」』】］]*$/u.test(title)) continue
      // 業務委託先, over a list of them.
      if (
        /(?:先|者|会社|一覧)[)）＞>〉》」』】］]*$/u.test(title) &&
        isOnlyListed({ start: heading.end, end }, passages)
      )
        continue
      const matter = matters.find(([promise]) => promise.test(title))
      // 共同利用の管理責任者: a part of the matter names it in its heading only.
      if (matter && jointUseTopicOf(node.heading) !== null && node.kind === 'jointUse') continue
      // Within a section on the matter its parts may be brief.
      if (matter && parent && matter[0].test(key(parent.node.heading))) continue
      // 開示・訂正・利用停止等: a heading of several matters keeps to any.
      if (!matter || /[・、及].{2,}[・、及]/u.test(title)) continue
      const [promise, kept] = matter
      if (kept.test(body)) continue
      const promised = promise.exec(title)?.[0] ?? ''
      const shown = text.slice(heading.start, heading.end)
      yield {
        at: heading,
        evidence: [shown, text.slice(heading.end, end).trim().slice(0, 60)],
        message: {
          ja: `見出し「${shown}」の中に「${promised}」についての記載がありません。見出しを内容に合わせるか、記載を補ってください。`,
          en: `Under the heading 「${shown}」 nothing is said of 「${promised}」. Let the heading fit its text, or add what is missing.`,
        },
      }
    }
  },
}

/** Names in a list or a table, and no sentence. */
const isOnlyListed = (range: Range, passages: readonly Passage[]) =>
  within(passages, range).every(({ kind, key }) => kind !== 'paragraph' || !key.includes('。'))
