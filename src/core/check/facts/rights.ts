import type { Dated } from '../../law/dated.ts'
import type { Words } from '../../words.ts'

/** The requests that a person can make (32条2項, 33条–35条), and how texts say them. */
export type Right = Dated & { readonly id: string; readonly said: RegExp; readonly name: Words }

export const rights: readonly Right[] = [
  {
    id: 'notice',
    since: '2005-04-01',
    said: /利用目的(?:の|を|について|に関する)?(?:ご?通知|のお知らせ|ご?照会|知らせ)|通知(?:・|、|又は|または|及び|および)(?:内容の)?開示|利用目的[^。\n]{0,16}通知[^。\n]{0,20}(?:請求|求め)/u,
    name: { ja: '利用目的の通知', en: 'notice of the purpose' },
  },
  {
    id: 'disclosure',
    since: '2005-04-01',
    said: /開示|照会|閲覧/u,
    name: { ja: '開示', en: 'disclosure' },
  },
  {
    id: 'correction',
    since: '2005-04-01',
    said: /訂正|修正|変更/u,
    name: { ja: '訂正', en: 'correction' },
  },
  {
    id: 'addition',
    since: '2005-04-01',
    said: /追加|追記|加筆/u,
    name: { ja: '追加', en: 'addition' },
  },
  { id: 'deletion', since: '2005-04-01', said: /削除/u, name: { ja: '削除', en: 'deletion' } },
  {
    id: 'cease',
    since: '2005-04-01',
    said: /利用(?:の|を|若しくは提供の)?(?:停止|中止)|停止/u,
    name: { ja: '利用停止', en: 'cease of use' },
  },
  {
    id: 'erasure',
    since: '2005-04-01',
    said: /消去|抹消|廃棄/u,
    name: { ja: '消去', en: 'erasure' },
  },
  {
    id: 'cease-provision',
    since: '2005-04-01',
    said: /提供(?:の|を)?(?:停止|中止|拒否|禁止)|(?:利用|使用)(?:・|又は|または|もしくは|若しくは|、|や|及び)(?:第三者(?:へ|に)?(?:の)?)?提供(?:の|を)?(?:停止|中止)|第三者提供の?停止/u,
    name: { ja: '第三者への提供の停止', en: 'cease of provision' },
  },
  {
    id: 'records',
    since: '2022-04-01',
    said: /提供(?:に係る|の|に関する)?(?:[^。\n]{0,6})記録|記録の開示/u,
    name: { ja: '第三者提供記録の開示', en: 'disclosure of records of provision' },
  },
]
