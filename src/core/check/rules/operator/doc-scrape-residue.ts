import type { Draft, Rule } from '../../rule.ts'

/** A whole line that belongs to a web page and to no policy. */
const residue: readonly RegExp[] = [
  /^(?:(?:go|get|jump)?back(?:to)?(?:the)?(?:home(?:page)?|top|list|previouspage|main(?:page)?)?|returnto(?:the)?(?:home(?:page)?|top)|skipto(?:main)?(?:content|navigation)|scrolltotop|to(?:p|the)?(?:page)?top|readmore|learnmore|seemore|showmore|loadmore|menu|toggle(?:navigation|menu)|mainmenu|close|search|share|tweet|print(?:thispage)?|sitemap|sign(?:in|up)|log(?:in|out)|acceptall(?:cookies)?|cookiesettings|next|prev(?:ious)?)[.!>»→]*$/iu,
  /^[▲△↑∧]?(?:この)?ページ(?:の)?(?:トップ|先頭|上部)(?:へ|に)?(?:戻る|移動)?(?:する)?[▲△↑]?$/u,
  /^[▲△↑◀<]?(?:トップ(?:ページ)?|TOP(?:ページ)?|ホーム|HOME|一覧|前のページ|元のページ)(?:へ|に)(?:戻る|もどる)[>»→▲]?$/iu,
  /^(?:(?:ホーム|HOME|トップ(?:ページ)?|TOP)[>›»/＞→])[^。]{1,40}$/iu,
  /^(?:本文へ(?:スキップ|移動)(?:します)?|メニュー(?:を(?:開く|閉じる))?|閉じる|印刷する|このページを印刷|シェアする|ツイートする|文字サイズ(?:変更)?(?:[大中小標準]*)?|サイトマップ|サイト内検索|ログイン|新規会員登録|カートを見る)$/u,
  /^(?:copyright(?:\(c\)|©)?|©|\(c\))[0-9-]*.{0,60}(?:allrightsreserved\.?)?$/iu,
]

export const docScrapeResidue: Rule = {
  id: 'doc-scrape-residue',
  title: { ja: 'ウェブページの部品の混入', en: 'Left-overs of a web page' },
  severity: 'warning',
  basis: null,
  *check({ passages, text: whole }) {
    yield* dummies(whole)
    for (const { kind, key, text, start, end } of passages) {
      // What a cell holds is a value of its table.
      if (key.length > 80 || kind === 'title' || kind === 'endMark' || kind === 'cell') continue
      if (!residue.some((line) => line.test(key))) continue
      yield {
        at: { start, end },
        message: {
          ja: `「${text}」はウェブページの部品で、ポリシーの文ではないようです。取り込んだときに混ざったものなら、削除してください。`,
          en: `“${text}” looks like a part of the web page, not of the policy. Delete it, if it slipped in when the text was copied.`,
        },
      }
    }
  },
}

/** What stands in a page before its text is written. */
const dummy =
  /ダミー(?:テキスト|文|です)|サンプルテキスト|(?:テキスト){2,}|lorem ipsum|[yY]{4}年\s*[mM]{1,2}月(?:\s*[dD]{1,2}日)?|[0０]{4}年\s*[0０]{1,2}月(?:\s*[0０]{1,2}日)?/giu

function* dummies(text: string): Generator<Draft> {
  for (const { index, 0: met } of text.matchAll(dummy))
    yield {
      at: { start: index, end: index + met.length },
      message: {
        ja: `「${met}」は、文面ができるまでの仮の文字です。正しい内容に改めるか、削除してください。`,
        en: `“${met}” stands in a page until its text is written. Write what belongs there, or delete it.`,
      },
    }
}
