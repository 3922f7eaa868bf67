import { source } from '../../../law/basis.ts'
import type { Range } from '../../../render/printed.ts'
import type { Passage } from '../../analysis.ts'
import { collectedText } from '../../facts/collected-items.ts'
import { type JointUsePlace, statedJointUses } from '../../facts/joint-uses.ts'
import type { Rule } from '../../rule.ts'
import { matchesIn } from '../../search.ts'

/** An item that is used jointly and is not among those that the text says are collected. */
export const juItemUncollected: Rule = {
  id: 'ju-item-uncollected',
  title: {
    ja: '取得項目にない共同利用の項目',
    en: 'Items used jointly that are not among those collected',
  },
  severity: 'info',
  basis: source('個人情報保護法27条5項3号・17条1項', 'APPI 27(5)(iii), 17(1)'),
  isQuestion: true,
  *check(analysis) {
    const collected = collectedText(analysis)
    if (collected === null) return
    for (const use of statedJointUses(analysis)) {
      const told = new Set<string>()
      for (const passage of use.passages)
        for (const run of runs(passage, use, collected)) {
          const names = run.words.filter((word) => !told.has(word))
          if (names.length === 0) continue
          for (const word of names) told.add(word)
          const { start, end } = run
          yield {
            at: { start, end },
            message: {
              ja: `共同利用の項目「${names.join('」「')}」は、取得する情報の記載に見当たりません。取得しているなら取得の項目に加え、していないなら共同利用の項目から外してください。`,
              en: `“${names.join('”, “')}” is used jointly, but not among the information that the text says is collected. Add it there if it is collected, or take it out here.`,
            },
          }
        }
    }
  },
}

type Run = Range & { readonly words: string[] }

/** Items of a passage that stand side by side and are nowhere collected. */
function runs(passage: Passage, use: JointUsePlace, collected: string): Run[] {
  if (!use.items.some(({ start, end }) => start <= passage.end && passage.start <= end)) return []
  if (passage.kind === 'heading') return []
  const found: Run[] = []
  let last = -1
  let index = 0
  for (const { start, end, groups } of matchesIn(passage, item)) {
    index++
    const word = groups[0]
    const known = kinds.find(({ words }) => words.test(word))
    if (!known || known.words.test(collected)) continue
    const run = found.at(-1)
    if (run && last === index - 1)
      found[found.length - 1] = { start: run.start, end, words: [...run.words, word] }
    else found.push({ start, end, words: [word] })
    last = index
  }
  return found
}

const item = /[^、・。:\n()「」の]{2,12}(?=$|[、・。()])/gu
/** Plain items only: whether 申込内容 is among お取引に関する情報 nobody can tell from words. */
const kinds = [
  { words: /性別/u },
  { words: /年齢|生年月日/u },
  { words: /(?:会員|お客様|顧客|契約|証券)(?:番号|ID)/u },
  { words: /電話番号|連絡先|ＴＥＬ|TEL|電話/u },
  { words: /(?:メール|e-?mail)/iu },
  { words: /職業|勤務先|職種/u },
  { words: /(?:口座|クレジットカード|カード番号|決済)/u },
  { words: /住所|所在地|居住地/u },
  { words: /購入履歴|購買履歴|利用履歴|取引履歴|購入|取引/u },
  { words: /顔写真|写真|画像/u },
  { words: /家族/u },
  { words: /学歴|職歴|経歴/u },
  { words: /健康|診療|病歴|既往/u },
] as const
