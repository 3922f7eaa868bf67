/** What each value of the tree's vocabularies is called, in Japanese and English. */
import type {
  ContactField,
  ContactRole,
  DateKind,
  ExceptionBasis,
  ExceptionScope,
  JointUseStatementAbout,
  MeasureCategory,
  OrganisationField,
  ProcedureRole,
  ReferenceForm,
  SectionKind,
} from './document.ts'
import type { SectionNumbering } from './records.ts'

export type Words = { readonly ja: string; readonly en: string }
type Vocabulary<K extends string> = { readonly [P in K]: Words }

export const sectionKindWords: Vocabulary<SectionKind> = {
  scope: { ja: '適用範囲', en: 'Scope' },
  definitions: { ja: '定義', en: 'Definitions' },
  acquisition: { ja: '取得', en: 'Acquisition' },
  purposes: { ja: '利用目的', en: 'Purposes of use' },
  relatedInformation: { ja: '個人関連情報', en: 'Person-related information' },
  thirdPartyProvision: { ja: '第三者提供', en: 'Provision to third parties' },
  entrustment: { ja: '委託', en: 'Entrustment' },
  jointUse: { ja: '共同利用', en: 'Joint use' },
  safetyMeasures: { ja: '安全管理措置', en: 'Security control measures' },
  disclosure: { ja: '開示等', en: 'Disclosure' },
  correction: { ja: '訂正等', en: 'Correction' },
  utilisationCease: { ja: '利用停止等', en: 'Cease of use' },
  cookies: { ja: 'クッキー・外部送信', en: 'Cookies and external transmission' },
  voluntariness: { ja: '任意性', en: 'Voluntariness' },
  procedure: { ja: '開示等の手続', en: 'Procedure for requests' },
  complaints: { ja: '苦情', en: 'Complaints' },
  contact: { ja: '問い合わせ先', en: 'Contact' },
  changes: { ja: '変更', en: 'Changes' },
  compliance: { ja: '法令遵守', en: 'Compliance' },
  accreditedOrganisation: {
    ja: '認定個人情報保護団体',
    en: 'Accredited personal information protection organisation',
  },
  foreignTransfer: { ja: '外国にある第三者への提供', en: 'Provision to third parties abroad' },
  ssl: { ja: '通信の暗号化', en: 'Encrypted communication' },
  statement: { ja: '宣言', en: 'Statement' },
  supplementaryProvisions: { ja: '附則', en: 'Supplementary provisions' },
  other: { ja: 'その他', en: 'Other' },
}

export const exceptionBasisWords: Vocabulary<ExceptionBasis> = {
  'appi-27-1-1': { ja: '法27条1項1号 法令に基づく場合', en: 'APPI 27(1)(i) laws and regulations' },
  'appi-27-1-2': {
    ja: '法27条1項2号 生命・身体・財産の保護',
    en: 'APPI 27(1)(ii) life, body, property',
  },
  'appi-27-1-3': {
    ja: '法27条1項3号 公衆衛生・児童の健全育成',
    en: 'APPI 27(1)(iii) public health, children',
  },
  'appi-27-1-4': {
    ja: '法27条1項4号 国の機関等への協力',
    en: 'APPI 27(1)(iv) cooperation with public bodies',
  },
  'appi-27-1-5': {
    ja: '法27条1項5号 学術研究の成果の公表等',
    en: 'APPI 27(1)(v) academic publication',
  },
  'appi-27-1-6': {
    ja: '法27条1項6号 共同の学術研究',
    en: 'APPI 27(1)(vi) joint academic research',
  },
  'appi-27-1-7': {
    ja: '法27条1項7号 学術研究機関等への提供',
    en: 'APPI 27(1)(vii) academic recipients',
  },
  'appi-27-5-1': { ja: '法27条5項1号 委託', en: 'APPI 27(5)(i) entrustment' },
  'appi-27-5-2': { ja: '法27条5項2号 事業の承継', en: 'APPI 27(5)(ii) business succession' },
  'appi-27-5-3': { ja: '法27条5項3号 共同利用', en: 'APPI 27(5)(iii) joint use' },
  'appi-33-2-1': {
    ja: '法33条2項1号 権利利益を害するおそれ',
    en: 'APPI 33(2)(i) harm to rights or interests',
  },
  'appi-33-2-2': {
    ja: '法33条2項2号 業務への著しい支障',
    en: 'APPI 33(2)(ii) hindrance to business',
  },
  'appi-33-2-3': {
    ja: '法33条2項3号 他の法令への違反',
    en: 'APPI 33(2)(iii) breach of other laws',
  },
  'appi-35-1': {
    ja: '法35条1項 違法な取扱い・取得',
    en: 'APPI 35(1) unlawful handling or acquisition',
  },
  'appi-35-3': { ja: '法35条3項 違法な第三者提供', en: 'APPI 35(3) unlawful provision' },
  'appi-35-5': {
    ja: '法35条5項 利用の必要の消滅・漏えい・権利侵害',
    en: 'APPI 35(5) no longer needed, breach, harm',
  },
  other: { ja: '事業者の定め（法令の列挙にないもの）', en: 'The operator’s own' },
}

export const exceptionScopeWords: Vocabulary<ExceptionScope> = {
  'third-party-provision': { ja: '第三者提供の例外', en: 'Provision to third parties' },
  'disclosure-refusal': { ja: '不開示の事由', en: 'Refusal of disclosure' },
  'utilisation-cease': { ja: '利用停止等の事由', en: 'Cease of use' },
}

export const measureCategoryWords: Vocabulary<MeasureCategory> = {
  basicPolicy: { ja: '基本方針の策定', en: 'Basic policy' },
  rules: { ja: '規律の整備', en: 'Internal rules' },
  organisational: { ja: '組織的安全管理措置', en: 'Organisational' },
  personnel: { ja: '人的安全管理措置', en: 'Personnel' },
  physical: { ja: '物理的安全管理措置', en: 'Physical' },
  technical: { ja: '技術的安全管理措置', en: 'Technical' },
  externalEnvironment: { ja: '外的環境の把握', en: 'External environment' },
  cloud: { ja: 'クラウドサービスの利用', en: 'Cloud services' },
  general: { ja: '全般', en: 'General' },
}

export const contactRoleWords: Vocabulary<ContactRole> = {
  inquiry: { ja: 'お問い合わせ', en: 'Inquiries' },
  complaints: { ja: '苦情の申出先', en: 'Complaints' },
  privacyManager: { ja: '個人情報保護管理者', en: 'Privacy manager' },
  accreditedOrganisation: {
    ja: '認定個人情報保護団体の申出先',
    en: 'Accredited organisation’s desk',
  },
  withdrawal: { ja: '退会・同意の撤回', en: 'Withdrawal' },
  request: { ja: '開示等の請求先', en: 'Requests' },
}

export const contactFieldWords: Vocabulary<ContactField> = {
  name: { ja: '名称', en: 'Name' },
  person: { ja: '担当者', en: 'Person' },
  postalCode: { ja: '郵便番号', en: 'Postal code' },
  address: { ja: '住所', en: 'Address' },
  tel: { ja: '電話番号', en: 'Telephone' },
  tollFree: { ja: 'フリーダイヤル', en: 'Toll-free number' },
  email: { ja: 'メールアドレス', en: 'E-mail' },
  url: { ja: 'URL', en: 'URL' },
  hours: { ja: '受付時間', en: 'Hours' },
}

export const organisationFieldWords: Vocabulary<OrganisationField> = {
  legalName: { ja: '正式名称', en: 'Legal name' },
  selfTerm: { ja: '自称（当社など）', en: 'Self term' },
  postalCode: { ja: '郵便番号', en: 'Postal code' },
  address: { ja: '住所', en: 'Address' },
  corporateNumber: { ja: '法人番号', en: 'Corporate number' },
  url: { ja: 'URL', en: 'URL' },
  'service.name': { ja: 'サービス名', en: 'Service name' },
  'representatives.0.title': { ja: '代表者1 役職', en: 'Representative 1, title' },
  'representatives.0.name': { ja: '代表者1 氏名', en: 'Representative 1, name' },
  'representatives.1.title': { ja: '代表者2 役職', en: 'Representative 2, title' },
  'representatives.1.name': { ja: '代表者2 氏名', en: 'Representative 2, name' },
  'representatives.2.title': { ja: '代表者3 役職', en: 'Representative 3, title' },
  'representatives.2.name': { ja: '代表者3 氏名', en: 'Representative 3, name' },
}

export const dateKindWords: Vocabulary<DateKind> = {
  enacted: { ja: '制定', en: 'Enacted' },
  revised: { ja: '改定', en: 'Revised' },
  effective: { ja: '施行', en: 'In force' },
  asOf: { ja: '時点', en: 'As of' },
}

export const procedureRoleWords: Vocabulary<ProcedureRole> = {
  requestType: { ja: '請求の種類', en: 'Type of request' },
  identityDocument: { ja: '本人確認書類', en: 'Proof of identity' },
  agentDocument: { ja: '代理人の書類', en: 'Proof of agency' },
  responseMethod: { ja: '回答の方法', en: 'Way of answering' },
}

export const jointUseStatementWords: Vocabulary<JointUseStatementAbout> = {
  none: { ja: '共同利用をしない旨', en: 'No joint use' },
  scope: { ja: '共同利用者の範囲', en: 'Scope of users' },
  acquisition: { ja: '取得方法', en: 'Way of acquisition' },
  manager: { ja: '管理責任者', en: 'Responsible operator' },
}

export const referenceFormWords: Vocabulary<ReferenceForm> = {
  number: { ja: '番号（第5条）', en: 'Number (Article 5)' },
  heading: { ja: '見出し', en: 'Heading' },
  quotedHeading: { ja: '「見出し」', en: 'Quoted heading' },
  numberAndHeading: { ja: '番号と見出し', en: 'Number and heading' },
  quotedNumberAndHeading: { ja: '「番号と見出し」', en: 'Quoted number and heading' },
  previous: { ja: '前条', en: 'The preceding' },
  next: { ja: '次条', en: 'The following' },
}

export const sectionNumberingWords: Vocabulary<SectionNumbering> = {
  style: { ja: 'ポリシーの番号形式に従う', en: 'By the policy’s style' },
  printed: { ja: '入力したとおり', en: 'As written' },
  none: { ja: '番号なし', en: 'None' },
}
