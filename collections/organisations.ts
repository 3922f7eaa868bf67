import type { CollectionConfig } from 'payload'
import { corporateNumberProblem } from '../src/core/validate/corporate-number.ts'
import { postalCodeProblem } from '../src/core/validate/postal-code.ts'
import { organisationSlugProblem } from '../src/core/validate/slug.ts'
import { webUrlProblem } from '../src/core/validate/web-url.ts'
import type { Words } from '../src/core/words.ts'
import {
  byAdminsOfAll,
  organisationItself,
  recordAccess,
  toAdmins,
  trashedNeverPurged,
} from './access.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import { checkbox, choice, formerNames, group, recordId, row, text, textarea } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'
import { unused } from './validation.ts'

/** 事業者: who issues policies, and what the law asks to be said of it (個人情報保護法32条1項1号). */
export function organisations(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.organisations,
    labels: {
      singular: { ja: '事業者', en: 'Organisation' },
      plural: { ja: '事業者', en: 'Organisations' },
    },
    admin: {
      group,
      description: {
        ja: 'プライバシーポリシーを公表する会社・法人・個人事業主です。名称・住所・代表者は、ここを直すとすべてのポリシーの作業中の版に反映されます。',
        en: 'The companies and persons that publish privacy policies. A name, address or representative changed here changes in the working copy of every policy.',
      },
      useAsTitle: 'legalName',
      defaultColumns: ['legalName', 'slug', 'corporateNumber', 'updatedAt'],
      listSearchableFields: ['legalName', 'slug', 'corporateNumber'],
    },
    access: {
      ...recordAccess(options, organisationItself),
      create: byAdminsOfAll(options),
      delete: trashedNeverPurged(byAdminsOfAll(options)),
    },
    ...record(),
    fields: [
      recordId(),
      {
        type: 'tabs',
        tabs: [
          {
            label: { ja: '名称と所在地', en: 'Name and address' },
            fields: [
              row([
                text('legalName', {
                  label: { ja: '正式名称', en: 'Legal name' },
                  description: {
                    ja: '登記どおりの名称（例: 株式会社青葉商事）。',
                    en: 'As registered.',
                  },
                  localized: true,
                  needed: {
                    options,
                    words: {
                      ja: '正式名称を入力してください。',
                      en: 'Enter the legal name.',
                    },
                  },
                  width: '60%',
                }),
                text('selfTerm', {
                  label: { ja: '自称', en: 'Self term' },
                  description: {
                    ja: '文中で自らを指す語（当社、当協会、当法人など）。',
                    en: 'What its texts call it (the Company …).',
                  },
                  localized: true,
                  width: '40%',
                }),
              ]),
              row([
                choice('entityKind', entityKinds, entityKindWords, {
                  label: { ja: '法人の種類', en: 'Kind of entity' },
                  description: { ja: '印字されません。', en: 'Not printed.' },
                  width: '50%',
                }),
                text('corporateNumber', {
                  label: { ja: '法人番号', en: 'Corporate number' },
                  description: {
                    ja: '13桁。検査用数字を確かめます。',
                    en: '13 digits; the check digit is verified.',
                  },
                  validator: corporateNumberProblem,
                  width: '50%',
                }),
              ]),
              row([
                text('postalCode', {
                  label: { ja: '郵便番号', en: 'Postal code' },
                  description: { ja: '印字するとおりに入力します。', en: 'As printed.' },
                  validator: postalCodeProblem,
                  placeholder: '123-4567',
                  width: '30%',
                }),
                textarea('address', {
                  label: { ja: '住所', en: 'Address' },
                  description: {
                    ja: '本店・主たる事務所の所在地を、印字するとおりに入力します。',
                    en: 'Of the head office, as printed.',
                  },
                  localized: true,
                  width: '70%',
                }),
              ]),
              text('url', {
                label: { ja: 'ウェブサイト', en: 'Website' },
                description: { ja: '会社のトップページです。', en: 'Its top page.' },
                validator: webUrlProblem,
                placeholder: 'https://www.example.co.jp/',
              }),
              formerNames(),
            ],
          },
          {
            label: { ja: '代表者', en: 'Representatives' },
            fields: [
              {
                name: 'representatives',
                type: 'array',
                label: { ja: '代表者', en: 'Representatives' },
                labels: {
                  singular: { ja: '代表者', en: 'Representative' },
                  plural: { ja: '代表者', en: 'Representatives' },
                },
                admin: {
                  description: {
                    ja: '法人は代表者の氏名も公表します（法27条5項3号、32条1項1号）。複数いるときは印字する順に並べます。',
                    en: 'A company also publishes the name of its representative (APPI 27(5)(iii), 32(1)(i)). Several stand in printed order.',
                  },
                },
                fields: [
                  row([
                    text('title', {
                      label: { ja: '役職', en: 'Title' },
                      description: { ja: '代表取締役、理事長など。', en: 'Such as President.' },
                      placeholder: '代表取締役',
                      localized: true,
                      width: '40%',
                    }),
                    text('name', {
                      label: { ja: '氏名', en: 'Name' },
                      description: { ja: '印字するとおりに入力します。', en: 'As printed.' },
                      localized: true,
                      width: '60%',
                    }),
                  ]),
                ],
              },
            ],
          },
          {
            label: { ja: '個人情報保護の体制', en: 'Privacy arrangements' },
            fields: [
              text('privacyMarkNumber', {
                label: { ja: 'プライバシーマーク登録番号', en: 'PrivacyMark registration number' },
                description: {
                  ja: '付与を受けているときの登録番号です（例: 10000001(01)）。',
                  en: 'When the mark has been granted.',
                },
              }),
              text('accreditedBody', {
                label: {
                  ja: '所属する認定個人情報保護団体',
                  en: 'Accredited personal information protection organisation',
                },
                description: {
                  ja: '対象事業者であるときは、団体の名称と苦情の解決の申出先を公表します（施行令10条3号）。',
                  en: 'Its members publish its name and its complaints desk (Enforcement Order 10(iii)).',
                },
                localized: true,
              }),
              checkbox('answersOnRequest', {
                label: {
                  ja: '公表に代えて、本人の求めに応じて遅滞なく回答する事項がある',
                  en: 'Answers some matters on request instead of publishing them',
                },
                description: {
                  ja: '法32条1項の「本人の知り得る状態」には、求めに応じて遅滞なく回答する場合を含みます。点検の厳しさに影響します。',
                  en: 'APPI 32(1) allows answering without delay on request. It makes checks of that article milder.',
                },
              }),
            ],
          },
        ],
      },
      {
        ...text('slug', {
          label: { ja: 'URL用の名前', en: 'Slug' },
          description: {
            ja: '公開ページのアドレスになります。公開後に変えるとアドレスが変わるため、管理者だけが変更できます。',
            en: 'Part of the public address; a change moves the pages, so only admins make it.',
          },
          required: true,
          unique: true,
          validator: organisationSlugProblem,
          check: unused(options.slugs.organisations, () => ({})),
        }),
        access: { update: toAdmins(options) },
      },
      bulkUpdateNote(),
    ],
  }
}

const entityKinds = [
  'kabushikiKaisha',
  'godoKaisha',
  'gomeiKaisha',
  'goshiKaisha',
  'yugenKaisha',
  'generalAssociation',
  'publicInterestAssociation',
  'generalFoundation',
  'publicInterestFoundation',
  'medicalCorporation',
  'schoolCorporation',
  'socialWelfareCorporation',
  'religiousCorporation',
  'nonProfitCorporation',
  'cooperative',
  'publicBody',
  'foreignCompany',
  'soleProprietor',
  'other',
] as const

const entityKindWords: { readonly [K in (typeof entityKinds)[number]]: Words } = {
  kabushikiKaisha: { ja: '株式会社', en: 'Stock company (kabushiki kaisha)' },
  godoKaisha: { ja: '合同会社', en: 'Limited liability company (godo kaisha)' },
  gomeiKaisha: { ja: '合名会社', en: 'General partnership company' },
  goshiKaisha: { ja: '合資会社', en: 'Limited partnership company' },
  yugenKaisha: { ja: '特例有限会社', en: 'Special limited company (yugen kaisha)' },
  generalAssociation: { ja: '一般社団法人', en: 'General incorporated association' },
  publicInterestAssociation: { ja: '公益社団法人', en: 'Public interest incorporated association' },
  generalFoundation: { ja: '一般財団法人', en: 'General incorporated foundation' },
  publicInterestFoundation: { ja: '公益財団法人', en: 'Public interest incorporated foundation' },
  medicalCorporation: { ja: '医療法人', en: 'Medical corporation' },
  schoolCorporation: { ja: '学校法人', en: 'School corporation' },
  socialWelfareCorporation: { ja: '社会福祉法人', en: 'Social welfare corporation' },
  religiousCorporation: { ja: '宗教法人', en: 'Religious corporation' },
  nonProfitCorporation: { ja: '特定非営利活動法人', en: 'Specified non-profit corporation' },
  cooperative: { ja: '協同組合', en: 'Cooperative' },
  publicBody: { ja: '国・地方公共団体・独立行政法人等', en: 'Public body' },
  foreignCompany: { ja: '外国会社', en: 'Foreign company' },
  soleProprietor: { ja: '個人事業主', en: 'Sole proprietor' },
  other: { ja: 'その他', en: 'Other' },
}
