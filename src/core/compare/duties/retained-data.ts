import { placesOf, type Rule } from './duty.ts'

export const retainedData: Rule = {
  articles: [{ article: '32', paragraph: '1' }],
  asks: ['publish'],
  when: 'continuously',
  reason: {
    ja: '事業者の氏名又は名称・住所・代表者の氏名、保有個人データの利用目的、開示等の手続と手数料の額、安全管理のために講じた措置、苦情の申出先、認定個人情報保護団体は、本人の知り得る状態（求めに応じて遅滞なく回答する場合を含む。）に置く事項です（施行令10条を含む。）。改正後の内容がその状態にあることを確かめてください。',
    en: 'The operator’s name, address and representative, the purposes of all retained data, the procedure and fees for requests, the security measures taken, the desk for complaints and the accredited organisation must be accessible to the person, or answered on request without delay (Cabinet Order, art. 10, included). See that the amended ones are.',
  },
  applies: (comparison) =>
    placesOf(
      comparison,
      (change) =>
        change.of === 'purpose' ||
        change.of === 'fee' ||
        change.of === 'procedure' ||
        change.of === 'measure' ||
        (change.of === 'operator' && stated.has(change.field)) ||
        (change.of === 'contact' && change.roles.some((role) => desks.has(role))),
    ),
}

const stated: ReadonlySet<string> = new Set(['legalName', 'address', 'representatives'])
const desks: ReadonlySet<string> = new Set([
  'inquiry',
  'complaints',
  'request',
  'accreditedOrganisation',
])
