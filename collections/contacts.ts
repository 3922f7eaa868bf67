import type { ArrayField, CollectionConfig, SelectField } from 'payload'
import { select } from 'payload/shared'
import { contactFields, contactRoles } from '../src/core/document.ts'
import { emailProblem } from '../src/core/validate/email.ts'
import { postalCodeProblem } from '../src/core/validate/postal-code.ts'
import { telephoneProblem } from '../src/core/validate/telephone.ts'
import { webUrlProblem } from '../src/core/validate/web-url.ts'
import { contactFieldWords, contactRoleWords } from '../src/core/words.ts'
import { ofOrganisation, recordAccess } from './access.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import {
  checkbox,
  choice,
  choices,
  group,
  organisation,
  recordId,
  row,
  text,
  textarea,
} from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'
import { all, printedFieldFilled } from './validation.ts'
import { whereUsed } from './where-used.ts'

/** 窓口: a desk to write to or call. Its fields hold the values as printed; `lines` says how they are printed. */
export function contacts(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.contacts,
    labels: {
      singular: { ja: '窓口', en: 'Contact' },
      plural: { ja: '窓口', en: 'Contacts' },
    },
    admin: {
      group,
      description: {
        ja: 'お問い合わせ、苦情、開示等の請求の窓口です。電話番号などは、印字するとおりに入力します（全角数字も使えます）。',
        en: 'Desks for inquiries, complaints and requests. Numbers and addresses are entered as they are printed.',
      },
      useAsTitle: 'name',
      defaultColumns: ['name', 'roles', 'tel', 'email', 'organisation'],
      listSearchableFields: ['name', 'person', 'tel', 'email'],
    },
    access: recordAccess(options, ofOrganisation),
    ...record(),
    fields: [
      recordId(),
      {
        type: 'tabs',
        tabs: [
          {
            label: { ja: '連絡先', en: 'Contact' },
            fields: [
              {
                name: 'roles',
                type: 'select',
                hasMany: true,
                label: { ja: '役割', en: 'Roles' },
                options: choices(contactRoles, contactRoleWords),
                admin: {
                  description: {
                    ja: '苦情の申出先（施行令10条2号）、開示等の請求の申出先（施行令12条1号）など、当てはまるものをすべて選びます。',
                    en: 'All that apply: complaints (Enforcement Order 10(ii)), requests (12(i)) and so on.',
                  },
                },
              },
              row([
                text('name', {
                  label: { ja: '名称', en: 'Name' },
                  description: { ja: '部署名・窓口名です。', en: 'The desk or department.' },
                  localized: true,
                  width: '60%',
                }),
                text('person', {
                  label: { ja: '担当者', en: 'Person' },
                  description: {
                    ja: '担当者・責任者の氏名や役職です。',
                    en: 'Name or title of the person in charge.',
                  },
                  localized: true,
                  width: '40%',
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
                    ja: '印字するとおりに入力します。改行も印字されます。',
                    en: 'As printed, line breaks included.',
                  },
                  localized: true,
                  width: '70%',
                }),
              ]),
              row([
                text('tel', {
                  label: { ja: '電話番号', en: 'Telephone' },
                  description: { ja: '市外局番から入力します。', en: 'With its area code.' },
                  validator: telephoneProblem,
                  placeholder: '03-1234-5678',
                  width: '50%',
                }),
                text('tollFree', {
                  label: { ja: 'フリーダイヤル', en: 'Toll-free number' },
                  description: {
                    ja: '通話料のかからない番号です。',
                    en: 'A number that costs the caller nothing.',
                  },
                  validator: telephoneProblem,
                  placeholder: '0120-123-456',
                  width: '50%',
                }),
              ]),
              row([
                text('email', {
                  label: { ja: 'メールアドレス', en: 'E-mail' },
                  description: { ja: '印字するとおりに入力します。', en: 'As printed.' },
                  validator: emailProblem,
                  placeholder: 'privacy@example.co.jp',
                  width: '50%',
                }),
                text('url', {
                  label: { ja: 'URL', en: 'URL' },
                  description: {
                    ja: 'お問い合わせフォームなどのURLです。',
                    en: 'Such as an inquiry form.',
                  },
                  validator: webUrlProblem,
                  placeholder: 'https://www.example.co.jp/contact',
                  width: '50%',
                }),
              ]),
              text('hours', {
                label: { ja: '受付時間', en: 'Hours' },
                description: {
                  ja: '曜日・時刻・休業日など、印字するとおりに入力します。',
                  en: 'Days, times and holidays, as printed.',
                },
                placeholder: '平日 9時から17時まで',
                localized: true,
              }),
            ],
          },
          { label: { ja: '印字', en: 'As printed' }, fields: [lines(options)] },
        ],
      },
      ...whereUsed(options, 'contacts'),
      organisation(options),
      bulkUpdateNote(),
    ],
  }
}

function lines(options: CollectionOptions): ArrayField {
  return {
    name: 'lines',
    type: 'array',
    label: { ja: '印字する行', en: 'Printed lines' },
    labels: {
      singular: { ja: '行', en: 'Line' },
      plural: { ja: '行', en: 'Lines' },
    },
    admin: {
      description: {
        ja: '窓口を印字する順に並べます。見出し（「電話：」など）の後に、選んだ項目の値が印字されます。項目を選ばないと見出しだけが印字されます。',
        en: 'The contact as printed, in order: a label (“Tel: ”), then the value of the field. Without a field, only the label.',
      },
    },
    fields: [
      row([
        text('label', {
          label: { ja: '見出し', en: 'Label' },
          description: { ja: '値の前に印字する語です。', en: 'Printed before the value.' },
          placeholder: '電話：',
          localized: true,
          width: '40%',
        }),
        {
          ...choice('field', contactFields, contactFieldWords, {
            label: { ja: '項目', en: 'Field' },
            description: { ja: '値を印字する項目です。', en: 'Whose value is printed.' },
            width: '35%',
          }),
          validate: (value: unknown, context: never) =>
            all(printedFieldFilled(options), () => select(value as never, context))(value, context),
        } as SelectField,
        checkbox('joined', {
          label: { ja: '前の行に続ける', en: 'Goes on in the line before' },
          description: {
            ja: '改行せずに前の行の後に印字します。',
            en: 'Printed without a line break.',
          },
          width: '25%',
        }),
      ]),
    ],
  }
}
