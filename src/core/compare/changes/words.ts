import { contactFieldWords, organisationFieldWords, type Words } from '../../words.ts'
import type { Change, OperatorField, Subject } from './change.ts'

/** What a change is of, as it is told to people. */
export const subjectWords: { readonly [S in Subject]: Words } = {
  title: { ja: '表題', en: 'Title' },
  operator: { ja: '事業者', en: 'Operator' },
  section: { ja: '条・項', en: 'Section' },
  purpose: { ja: '利用目的', en: 'Purpose' },
  exception: { ja: '例外', en: 'Exception' },
  partner: { ja: '共同利用する者', en: 'Joint-use partner' },
  jointUsePurpose: { ja: '共同利用の目的', en: 'Purpose of joint use' },
  jointUseData: { ja: '共同利用する項目', en: 'Data used jointly' },
  jointUseStatement: { ja: '共同利用についての記載', en: 'Statement on joint use' },
  responsibleOperator: { ja: '共同利用の管理責任者', en: 'Operator responsible for joint use' },
  measure: { ja: '安全管理措置', en: 'Safety measure' },
  contact: { ja: '窓口', en: 'Contact' },
  fee: { ja: '手数料', en: 'Fee' },
  procedure: { ja: '開示等の手続', en: 'Procedure' },
  externalService: { ja: '外部送信', en: 'External transmission' },
  date: { ja: '日付', en: 'Date' },
  text: { ja: '本文', en: 'Text' },
}

/** What became of it. */
export const howWords: { readonly [H in Change['how']]: Words } = {
  added: { ja: '追加', en: 'added' },
  removed: { ja: '削除', en: 'removed' },
  changed: { ja: '変更', en: 'changed' },
  split: { ja: '分割', en: 'split' },
  merged: { ja: '統合', en: 'merged' },
  moved: { ja: '移動', en: 'moved' },
  renumbered: { ja: '番号の変更', en: 'renumbered' },
  retitled: { ja: '見出しの変更', en: 'retitled' },
  regrouped: { ja: '区分の変更', en: 'regrouped' },
  widened: { ja: '拡大', en: 'widened' },
  narrowed: { ja: '縮小', en: 'narrowed' },
  renamed: { ja: '名称の変更', en: 'renamed' },
  replaced: { ja: '差替え', en: 'replaced' },
}

/** Which field of a record changed; null where all of it did. */
export function fieldOf(change: Change): Words | null {
  if (change.of === 'operator') return operatorFieldWords[change.field]
  if (change.of !== 'contact' || change.field === null) return null
  return change.field === 'roles' ? { ja: '役割', en: 'Roles' } : contactFieldWords[change.field]
}

const { legalName, selfTerm, postalCode, address, corporateNumber, url } = organisationFieldWords
const operatorFieldWords: { readonly [F in OperatorField]: Words } = {
  legalName,
  selfTerm,
  representatives: { ja: '代表者', en: 'Representatives' },
  postalCode,
  address,
  corporateNumber,
  url,
  service: { ja: 'サービス', en: 'Service' },
}
