import { readKanji } from '../numerals.ts'
import type { Words } from '../words.ts'

export type FeeAsWritten = {
  readonly amountYen: number
  readonly tax: 'included' | 'excluded' | null
  /** What is printed. */
  readonly text: string
}

/** A fee has one truth: what is printed names the amount, and no other treatment of consumption tax. */
export function feeProblem({ amountYen, tax, text }: FeeAsWritten): Words | null {
  if (!amountsIn(text).includes(amountYen))
    return {
      ja: `印字する文に金額（${amountYen.toLocaleString('ja')}円）がありません。文と金額を一致させてください。`,
      en: `The printed text does not name the amount (${amountYen.toLocaleString('en')} yen). Make them agree.`,
    }
  const printed = taxIn(text)
  if (printed !== null && printed !== tax)
    return {
      ja: `印字する文は「${printed === 'included' ? '税込' : '税抜'}」ですが、消費税の選択と異なります。一致させてください。`,
      en: `The printed text says tax ${printed}, the tax field does not. Make them agree.`,
    }
  return null
}

/** Every number of the text: 1,000円, １０００円, 金千円, 1万円, ¥1,000; 無料 is 0. */
function amountsIn(text: string): number[] {
  const half = text.normalize('NFKC')
  const numbers = [
    ...half.matchAll(/(\d[\d,]*)\s?(万)?|([〇一二三四五六七八九十百千]+)(万)?(?=円)/gu),
  ]
  const amounts = numbers.map(([, western, tenThousands, kanji = '', kanjiTenThousands]) => {
    const number = western ? Number(western.replaceAll(',', '')) : readKanji(kanji)
    return (number ?? Number.NaN) * (tenThousands || kanjiTenThousands ? 10_000 : 1)
  })
  return /無料|無償|free of charge|no (?:fee|charge)/iu.test(half) ? [...amounts, 0] : amounts
}

const included =
  /税込|内税|消費税(?:額|等|及び地方消費税)*(?:を含(?!ま)|込)|tax[- ]included|includ\w+ (?:consumption )?tax/iu
const excluded =
  /税抜|税別|外税|消費税(?:額|等|及び地方消費税)*(?:を含ま|別)|tax[- ]excluded|exclud\w+ (?:consumption )?tax|plus tax/iu

function taxIn(text: string): 'included' | 'excluded' | null {
  if (included.test(text) === excluded.test(text)) return null
  return included.test(text) ? 'included' : 'excluded'
}
