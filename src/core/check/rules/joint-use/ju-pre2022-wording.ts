import { appi } from '../../../law/basis.ts'
import { jointUses } from '../../facts/joint-uses.ts'
import { givesAddress, givesRepresentative } from '../../facts/operator-details.ts'
import type { Rule } from '../../rule.ts'
import { matches } from '../../search.ts'

/** 「責任を有する者の氏名又は名称」 alone is the clause of before 2022-04-01, when neither address nor representative were asked for. */
export const juPre2022Wording: Rule = {
  id: 'ju-pre2022-wording',
  title: { ja: '2022年改正前の共同利用の文言', en: 'Wording on joint use from before 2022' },
  severity: 'warning',
  basis: appi('27-5-3'),
  *check(analysis, { law, day }) {
    if (!law.jointUseFactsOn(day).some(({ id }) => id === 'managerAddress')) return
    for (const { start, end, text, passage } of matches(analysis, before)) {
      const use = jointUses(analysis).find((one) => one.start <= start && end <= one.end)
      if (use && givesAddress(use.key) && givesRepresentative(use.key)) continue
      if (use && passage.kind === 'heading') continue
      yield {
        at: { start, end },
        message: {
          ja: `「${text}」は2022年3月までの条文の文言です。今の個人情報保護法27条5項3号は「氏名又は名称及び住所並びに法人にあっては、その代表者の氏名」を求めているので、改めてください。`,
          en: `“${text}” is the wording of the Act until March 2022. APPI 27(5)(iii) now says “氏名又は名称及び住所並びに法人にあっては、その代表者の氏名”: the address and the representative too. Bring it up to date.`,
        },
      }
    }
  },
}

const before =
  /(?:責任を有する者|責任者|管理者)の(?:氏名(?:又は|または|若しくは|もしくは|・)名称|名称(?:又は|または)氏名)(?![^。]{0,24}(?:住所|所在地))/gu
