import type { ArticlePlace } from './article-places.ts'
import type { Certainty } from './dated.ts'
import type { EraId } from './eras.ts'

/**
 * Where each topic stands in the Act, and some in its Cabinet Order (施行令) and the Commission's Rules (施行規則), era
 * by era. Numbers are used again, so a number alone never shows what it
 * meant. Current numbers were read in the Act (e-Gov, 2025-09-24) and hold on; older ones are `certain` where a text of
 * their time was read, else `likely`.
 */
export type Statute = 'act' | 'order' | 'rules'
export type Topic = {
  readonly ja: string
  readonly en: string
  readonly of: Statute
  /** None where the Act had no such rule. More than one where the topic took several articles. */
  readonly at: { readonly [E in EraId]: readonly ArticlePlace[] }
  /** How sure the older numbers are; the current ones are certain. */
  readonly older: Certainty
}

export const topics = {
  'personal-information': row('個人情報', 'Personal information', '2-1', '2-1', '2-1', 'certain'),
  'identification-code': row('個人識別符号', 'Individual identification code', '2-2', '2-2', ''),
  'sensitive-information': row('要配慮個人情報', 'Sensitive information', '2-3', '2-3', ''),
  'pseudonymised-definition': row('仮名加工情報の定義', 'Pseudonymised information', '2-5', '', ''),
  'anonymised-definition': row('匿名加工情報の定義', 'Anonymised information', '2-6', '2-9', ''),
  'related-definition': row('個人関連情報の定義', 'Person-related information', '2-7', '', ''),
  'personal-data': row('個人データの定義', 'Personal data', '16-3', '2-6', '2-4'),
  'retained-data': row('保有個人データの定義', 'Retained personal data', '16-4', '2-7', '2-5'),
  'purpose-specification': row('利用目的の特定', 'Specifying the purpose', '17', '15', '15'),
  'purpose-restriction': row('利用目的による制限', 'Restriction by purpose', '18', '16', '16'),
  'improper-use': row('不適正な利用の禁止', 'Ban on improper use', '19', '', ''),
  acquisition: row('適正な取得', 'Proper acquisition', '20-1', '17-1', '17'),
  'sensitive-acquisition': row(
    '要配慮個人情報の取得',
    'Acquiring sensitive information',
    '20-2',
    '17-2',
    '',
  ),
  'purpose-notice': row(
    '取得に際しての利用目的の通知等',
    'Notice of the purpose',
    '21',
    '18',
    '18',
    'certain',
  ),
  accuracy: row('正確性の確保等', 'Accuracy', '22', '19', '19'),
  security: row('安全管理措置', 'Security control measures', '23', '20', '20'),
  employees: row('従業者の監督', 'Supervision of employees', '24', '21', '21'),
  'entrustee-supervision': row('委託先の監督', 'Supervision of entrustees', '25', '22', '22'),
  breach: row('漏えい等の報告等', 'Reporting of breaches', '26', '', ''),
  'third-party': row(
    '第三者提供の制限',
    'Restriction of provision to third parties',
    '27',
    '23',
    '23',
    'certain',
  ),
  'opt-out': row('オプトアウト', 'Opt-out', '27-2 27-3 27-4', '23-2 23-3 23-4', '23-2 23-3'),
  entrustment: row('委託', 'Entrustment', '27-5-1', '23-5-1', '23-4-1', 'certain'),
  succession: row('事業の承継', 'Business succession', '27-5-2', '23-5-2', '23-4-2', 'certain'),
  'joint-use': row('共同利用', 'Joint use', '27-5-3', '23-5-3', '23-4-3', 'certain'),
  'joint-use-change': row('共同利用の変更', 'Change of joint use', '27-6', '23-6', '23-5'),
  'foreign-third-party': row(
    '外国にある第三者への提供の制限',
    'Provision to third parties abroad',
    '28',
    '24',
    '',
  ),
  'provision-records': row('第三者提供に係る記録', 'Records of provision', '29', '25', ''),
  'receipt-confirmation': row('受領時の確認', 'Confirmation on receipt', '30', '26', ''),
  'related-provision': row(
    '個人関連情報の第三者提供',
    'Provision of person-related information',
    '31',
    '',
    '',
  ),
  'held-data-matters': row(
    '保有個人データに関する事項の公表等',
    'Matters on retained personal data',
    '32',
    '27',
    '24',
    'certain',
  ),
  disclosure: row('開示', 'Disclosure', '33', '28', '25', 'certain'),
  'record-disclosure': row('第三者提供記録の開示', 'Disclosure of records', '33-5', '', ''),
  correction: row('訂正等', 'Correction', '34', '29', '26', 'certain'),
  cease: row('利用停止等', 'Cease of use', '35', '30', '27', 'certain'),
  reasons: row('理由の説明', 'Explanation of reasons', '36', '31', '28'),
  procedure: row('開示等の請求等に応じる手続', 'Procedure for requests', '37', '32', '29'),
  fees: row('手数料', 'Fees', '38', '33', '30'),
  'prior-request': row('事前の請求', 'Prior request', '39', '34', ''),
  complaints: row('苦情の処理', 'Handling of complaints', '40', '35', '31'),
  pseudonymised: row('仮名加工情報', 'Pseudonymised information', '41 42', '', ''),
  anonymised: row('匿名加工情報', 'Anonymised information', '43 44 45 46', '36 37 38 39', ''),
  accreditation: row(
    '認定個人情報保護団体の認定',
    'Accreditation of bodies',
    '47',
    '47',
    '37',
    'certain',
  ),
  'covered-operators': row('対象事業者', 'Covered operators', '52', '51', '41', 'certain'),
  'body-complaints': row('団体による苦情の処理', 'Complaints to the body', '53', '52', '42'),
  'body-guidelines': row('個人情報保護指針', 'Guidelines of the body', '54', '53', '43'),
  exemption: row('適用除外', 'Exemption', '57', '76', '50'),
  'order-published-matters': order('公表等事項', 'Matters to be published', '10', '8', '5'),
  'order-requests': order('請求の受付方法', 'Ways to take requests', '12', '10', '7'),
  'order-agents': order('代理人', 'Agents', '13', '11', '8'),
  'rules-breach': rules('報告対象事態', 'Breaches to be reported', '7'),
  'rules-breach-report': rules('報告の方法', 'Ways to report', '8'),
  'rules-disclosure-method': rules('開示の方法', 'Ways of disclosure', '30'),
} satisfies { readonly [topic: string]: Topic }
export type TopicId = keyof typeof topics

function row(
  ja: string,
  en: string,
  now: string,
  since2017: string,
  since2005: string,
  older: Certainty = 'likely',
  of: Statute = 'act',
): Topic {
  const places = (text: string) => text.split(' ').filter((place) => place !== '')
  return {
    ja,
    en,
    of,
    at: { amended2021: places(now), amended2015: places(since2017), original: places(since2005) },
    older,
  }
}

function order(ja: string, en: string, now: string, since2017: string, since2005: string): Topic {
  return row(ja, en, now, since2017, since2005, 'likely', 'order')
}
function rules(ja: string, en: string, now: string): Topic {
  return row(ja, en, now, '', '', 'likely', 'rules')
}
