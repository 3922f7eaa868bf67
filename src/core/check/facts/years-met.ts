import { fact } from '../fact.ts'

/**
 * Years in what may be a date of the document, in whatever form it is printed: 2023.4, R5.4.1, April 2023, 令和五年四月.
 * Where a text may be dated, nobody can say that it is not, or not since.
 */
export const yearsMet = fact(({ passages }): readonly number[] =>
  passages.flatMap(({ key }) => {
    if (!ofDocument.test(key) && (key.length > 30 || ofOthers.test(key))) return []
    if (/©|\(c\)|copyright|法律|〒/iu.test(key)) return []
    return [...key.matchAll(dated)].flatMap(({ groups }) => {
      const { western, last, era, year } = groups ?? {}
      const found = western ?? last
      if (found !== undefined) return [Number(found)]
      const counted = year === '元' ? 1 : Number(year)
      return era === undefined || Number.isNaN(counted) ? [] : [(begun[era] ?? 0) + counted]
    })
  }),
)

const ofDocument =
  /制定|施行|改[定訂正]|更新|策定|作成|発効|見直|updated|revised|effective|established|version/iu
const ofOthers = /。|認定|取得|設立|創業|以前|以後|まで|から/u

const dated =
  /(?<![0-9])(?<western>20[0-9]{2})(?=年|[./-][0-9]{1,2}(?![0-9-])|(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9]))|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:[0-9]{1,2}(?:st|nd|rd|th)?,?)?(?<last>20[0-9]{2})|(?<era>令和|平成|R|H)\.?(?<year>[0-9]{1,2}|元)(?=年|[./-][0-9])/giu

/** The year before the first of an era. */
const begun: { readonly [era: string]: number } = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 }
