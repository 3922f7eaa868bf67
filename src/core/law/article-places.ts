/** A place in a statute as `27`, `27-5` or `27-5-3`: article, paragraph, item, arabic; `22の2` is an article. */
export type ArticlePlace = string

/** Whether the one place lies within the other: `27-5-3` within `27-5` and `27`. */
export function isWithin(inner: ArticlePlace, outer: ArticlePlace): boolean {
  return inner === outer || inner.startsWith(`${outer}-`)
}

/** A place as it is written: 27条5項3号, Article 27(5)(iii). */
export function writePlace(place: ArticlePlace): { readonly ja: string; readonly en: string } {
  const [article = '', paragraph, item] = place.split('-')
  const [number = '', branch] = article.split('の')
  return {
    ja: `${number}条${branch ? `の${branch}` : ''}${paragraph ? `${paragraph}項` : ''}${item ? `${item}号` : ''}`,
    en: `Article ${branch ? `${number}-${branch}` : number}${paragraph ? `(${paragraph})` : ''}${item ? `(${romans[Number(item)] ?? item})` : ''}`,
  }
}
const romans = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
