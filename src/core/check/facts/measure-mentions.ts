import type { SectionKind } from '../../document.ts'
import type { Passage } from '../analysis.ts'
import { fact } from '../fact.ts'
import { type MeasureChapter, measureChapters } from './concrete-measures.ts'

/**
 * Chapters of measures that some words of the text may speak of, in whatever words and wherever: of these nobody can say
 * that they are missing. Far wider than the measures that the text is sure to name (`concrete-measures.ts`).
 */
export const measureMentions = fact(({ passages }): ReadonlySet<MeasureChapter> => {
  const found = new Set<MeasureChapter>()
  for (const passage of passages) {
    if (found.size === measureChapters.length) break
    if (passage.kind === 'title' || isOfOthers(passage)) continue
    for (const one of measureChapters)
      if (!found.has(one) && mentions[one].test(passage.key)) found.add(one)
  }
  return found
})

const ofOthers: ReadonlySet<SectionKind> = new Set([
  'purposes',
  'jointUse',
  'accreditedOrganisation',
  'cookies',
])
const isOfOthers = ({ section }: Passage) => section !== null && ofOthers.has(section.node.kind)

const mentions: Record<MeasureChapter, RegExp> = {
  rules:
    /規程|規律|(?<!法令の|法律の|法の|条の|項の|その他の|次の)(?:規定|規則|基準|細則)(?:等|類)?(?:を|の(?:整備|策定|制定)|に(?:基づ|従|則|より|よる)|化|して)|ルール|マニュアル|手順|手引|要領|内規|マネジメント・?システム|コンプライアンス・?プログラム|取扱方法|ガバナンス|15001|27001|ISMS|プライバシーマーク|Pマーク/u,
  organisational:
    /体制|責任者|監査|点検|見直|再発|継続的(?:な|に)?改善|改善[^。]{0,8}(?:図|努|継続)|責任[^。、]{0,6}明確|委員会|組織|部門ごと|管理部|(?:個人情報|情報|データ|取扱い?|保護|管理)[^。、]{0,8}(?:管理者|担当者|担当部)|管理者を[^。、]{0,6}(?:置|定|選|任)|(?:担当者|取扱者|限られた者|必要な者)(?:だけ|を限|を特定|のみ|に限)|15001|27001|ISMS|プライバシーマーク|Pマーク/u,
  personnel:
    /(?:従業|従事|職員|社員|スタッフ|役員|事務員|所員|店員|会員校|教員|講師|メンバー|全員|担当者|携わる者|取り?扱う(?:すべての|全ての)?者)[^。]{0,60}(?:徹底|周知|遵守|順守|認識|理解|指導|監督|教育|研修|訓練|啓発|啓蒙|誓約|守秘|秘密|義務|意識|勉強会|以外|のみ|限)|教育|研修|訓練|啓発|守秘|誓約|人的/u,
  physical:
    /施錠|(?<!(?:秘密|公開|共通|暗号))鍵(?!(?:暗号|方式))|入退|入室|区域|盗難|盗み見|目に触れ|持ち?出|持ち?運|廃棄|破棄|処分|裁断|細断|シュレッ|溶解|焼却|キャビネ|書庫|書棚|金庫|保管庫|ロッカー|カメラ|警備|媒体|データセンター|サーバー?ルーム|執務室|事務室|オフィス|社屋|物理|(?:不要|必要(?:が|の)?(?:なく|無く|ない|無い)|期間|経過|終了|保存)[^。]{0,50}(?:消去|削除)|(?:端末|パソコン|PC|機器)[^。]{0,16}(?:保管|管理|限定|固定)/iu,
  technical:
    /アクセス(?:を|は|が)?[^。、]{0,8}(?:制|権|管理|限|でき|許可|禁止|遮断|記録|ログ)|認証|パスワード|暗証|ファイ[アヤ]|暗号|SSL|TLS|HTTPS|ハッシュ|ウイルス|ウィルス|マルウェア|脆弱性|バックアップ|不正(?:な)?(?:アクセス|侵入)[^。、]{0,8}(?:対策|監視|検知|遮断|備え)|セキュリティー?(?:・)?(?:システム|対策|ソフト|技術|措置|パッチ|機能|設定|レベル|を|の(?:強化|向上|確保|徹底))|セキュリティ面|技術|システム(?:面|的|上)|電子的|遮断|権限|匿名化|仮名化|ネットワーク|ローカル|端末内|デバイス内/iu,
}
