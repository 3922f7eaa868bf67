/**
 * A particle that ends a word, as far as its letters tell it from those of a name: 当社は, 株式会社青葉が, and neither
 * はやて運輸 nor 株式会社はなまる.
 */
export const particle =
  /を|(?<=.)(?:は|が(?!丘))(?![ぁ-ん])|(?<=[^ぁ-ん])[にで](?![ぁ-ん])|(?<=[当弊本自]社|者|先|店|サイト|サービス)[はがにで]/u
