import type { MeasureCategory } from '../document.ts'
import { key } from '../fold.ts'
import { type Context, nearest } from './context.ts'

/** The chapters of the guideline (通則編 10) by the headings that policies give them. */
const headings: readonly (readonly [MeasureCategory, RegExp])[] = [
  ['basicPolicy', /基本方針の?(?:策定|整備|制定)|^[(【]?基本方針[)】]?$/u],
  ['rules', /規律|取扱規程|規程の整備|規定の整備|規則の整備|社内規程/u],
  ['organisational', /組織的/u],
  ['personnel', /人的/u],
  ['physical', /物理的|(?:設備|施設|物理)面/u],
  ['technical', /技術的|(?:システム|技術|IT)面/u],
  ['externalEnvironment', /外的環境|外国の制度|外国における/u],
  ['cloud', /クラウド/u],
]

/** Headings in other words, under which a measure may well be of another chapter: then its deed decides. */
const loosely: readonly (readonly [MeasureCategory, RegExp])[] = [
  ['organisational', /組織体制|管理体制|責任者の設置/u],
  [
    'personnel',
    /従業[員者]教育|従業[員者]の?(?:監督|教育)|(?:社|職|教職)員(?:の)?教育|スタッフの教育|教育(?:・|と|及び)?研修/u,
  ],
  ['technical', /システム(?:上)?の対策|SSL|暗号化/u],
]

/** The same by what a measure does, in the words of 通則編 別添 (手法の例示). */
const deeds: readonly (readonly [MeasureCategory, RegExp])[] = [
  [
    'externalEnvironment',
    /外国|海外(?!には)|当該国|同国|国の制度|該当国|個人情報(?:の)?保護(?:に関する)?制度|外的環境/u,
  ],
  ['cloud', /クラウド/u],
  ['basicPolicy', /基本方針|(?:保護|取扱いに関する)方針[」』]?(?:を|の)(?:定め|策定|制定)/u],
  [
    'personnel',
    /(?:従業[員者]|職員|社員|スタッフ|役員|添乗員|教職員)[^。]*(?:研修|教育|誓約|監督|周知|指導|啓発)|研修|勉強会|訓練|教育(?!機関|委員|活動)|秘密保持(?:に関する)?(?:誓約|事項|義務|契約)|誓約書|就業規則|守秘義務|懲戒|eラーニング|e-ラーニング/u,
  ],
  [
    'rules',
    /(?:(?:規程|規定|規律|規則)(?!(?:等)?に(?:違反|反|従|基づ))|取扱方法|取り?扱い?(?:の)?(?:方法|手順)|ルール|マニュアル|手順書|細則|要領|ガイドライン)[^。]*(?:定め|整備|策定|制定|作成|設け|整え|見直)/u,
  ],
  [
    'organisational',
    /責任者|管理者と(?:し|定)|総括|管理者(?:を|の)(?:設置|任命|置|定|選任)|担当者(?:を|の)(?:設置|任命|置|定|選任|明確)|報告連絡体制|報告体制|連絡体制|監査|自己点検|点検|管理体制|体制(?:を|の)(?:整|構築|確立|強化|見直)|委員会|事実関係の調査|再発防止|取扱い?状況|従業[員者]を(?:制限|限定)|者に限|台帳/u,
  ],
  [
    'technical',
    /アクセス(?:制御|制限|権|ログ|記録|できる)|へのアクセス|不正アクセス[^、。]*(?:防|遮断|検知|対策|保護|監視)|不正な侵入|ファイアウォール|ファイヤーウォール|ファイアーウォール|ウイルス|ウィルス|マルウェア|暗号|SSL|TLS|VPN|パスワード|暗証番号|識別符号|ID|認証|脆弱性|ログ(?:の|を)|セキュリティ(?:対策)?ソフト|セキュリティパッチ|不正ソフトウェア|多要素|ネットワーク|バックアップ|接続を制限|通信/u,
  ],
  [
    'physical',
    /入退(?:室|館|出|場)|施錠|鍵|区域|盗難|紛失|持ち?込|持ち?出|廃棄|裁断|溶解|シュレッダー|キャビネット|書庫|金庫|媒体|書類|のぞき|覗き|機器|監視カメラ|防犯カメラ/u,
  ],
]

/** The category that the headings above give; null where they name none, or two. */
export function categoryByHeadings(context: Context): MeasureCategory | null {
  for (const [i, heading] of [...context.headings].reverse().entries()) {
    // 基本方針 as the title of all that stands below it names no chapter.
    const named = headings.filter(
      ([category, words]) => words.test(heading) && !(category === 'basicPolicy' && i > 0),
    )
    const loose = loosely.filter(([, words]) => words.test(heading))
    const all = new Set([...named, ...loose].map(([category]) => category))
    if (all.size > 1) return null
    if (named.length > 0) return named[0]?.[0] ?? null
  }
  return null
}

export function categoryByDeed(text: string): MeasureCategory | null {
  const plain = key(text)
  return deeds.find(([, words]) => words.test(plain))?.[0] ?? null
}

export function categoryOf(
  text: string,
  context: Context,
): { category: MeasureCategory; confidence: number } {
  const said = categoryByHeadings(context)
  if (said) return { category: said, confidence: 0.95 }
  const done = categoryByDeed(text)
  if (done) return { category: done, confidence: 0.8 }
  const near = loosely.find(([, words]) => words.test(nearest(context)))
  return near ? { category: near[0], confidence: 0.75 } : { category: 'general', confidence: 0.65 }
}
