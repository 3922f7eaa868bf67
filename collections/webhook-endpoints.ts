import type { CollectionConfig } from 'payload'
import { type WebhookEvent, webhookEvents } from '../src/core/webhooks/events.ts'
import type { Words } from '../src/core/words.ts'
import { adminsOnly, nobody, ofOrganisation } from './access.ts'
import { checkbox, choices, group, organisation, recordId, text } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'

export const webhookEventWords: { readonly [E in WebhookEvent]: Words } = {
  'edition.published': { ja: '版が公表された', en: 'An edition was published' },
  'edition.upcoming': { ja: '施行日が近づいた', en: 'An edition comes into force soon' },
  'edition.in-force': { ja: '版が施行された', en: 'An edition came into force' },
}

/** 通知先: where an organisation is told of its editions. Only its admins see it, and nobody the secrets as stored. */
export function webhookEndpoints(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.webhookEndpoints,
    labels: {
      singular: { ja: '通知先（Webhook）', en: 'Webhook' },
      plural: { ja: '通知先（Webhook）', en: 'Webhooks' },
    },
    admin: {
      group,
      description: {
        ja: '版の公表と施行を知らせる先です。Standard Webhooks の方式で署名して送ります。',
        en: 'Where publications and editions that come into force are told, signed by Standard Webhooks.',
      },
      useAsTitle: 'url',
      defaultColumns: ['url', 'events', 'isActive', 'organisation'],
    },
    access: adminsOnly(options, ofOrganisation),
    ...record(),
    fields: [
      recordId(),
      organisation(options),
      text('url', {
        label: { ja: '通知先のURL', en: 'URL' },
        description: {
          ja: 'https で始まる、インターネット上のアドレスです。',
          en: 'An address on the public internet that begins with https.',
        },
        required: true,
      }),
      {
        name: 'events',
        type: 'select',
        hasMany: true,
        required: true,
        defaultValue: [...webhookEvents],
        label: { ja: '知らせること', en: 'Events' },
        options: choices(webhookEvents, webhookEventWords),
        admin: {
          description: { ja: '選んだものだけを知らせます。', en: 'Only what is chosen is told.' },
        },
      },
      {
        name: 'leadDays',
        type: 'number',
        hasMany: true,
        min: 1,
        max: 366,
        defaultValue: [30],
        label: { ja: '施行の何日前に知らせるか', en: 'Days before an edition comes into force' },
        admin: {
          description: {
            ja: '「施行日が近づいた」を知らせる日数です。複数入力すると、それぞれの日に知らせます。',
            en: 'When an edition to come is told of. With several numbers, on each of those days.',
          },
        },
      },
      {
        ...checkbox('isActive', {
          label: { ja: '有効', en: 'Active' },
          description: { ja: '外すと、何も送りません。', en: 'Not ticked, nothing is sent.' },
        }),
        defaultValue: true,
      },
      {
        ...checkbox('rotateSecret', {
          label: { ja: '署名の鍵を替える', en: 'Replace the signing secret' },
          description: {
            ja: '保存すると新しい鍵を一度だけ表示します。以前の鍵でも24時間は署名します。',
            en: 'On saving, the new secret is shown once. The old one signs along for 24 hours.',
          },
        }),
        virtual: true,
      },
      {
        name: 'newSecret',
        type: 'text',
        virtual: true,
        label: { ja: '署名の鍵（一度だけ表示）', en: 'Signing secret, shown once' },
        access: { create: nobody, update: nobody },
        admin: {
          readOnly: true,
          condition: (data) => Boolean(data.newSecret),
          description: {
            ja: '控えてください。次に開いたときには表示されません。',
            en: 'Take it down: it is not shown again.',
          },
        },
      },
      {
        name: 'secrets',
        type: 'json',
        hidden: true,
        admin: { hidden: true },
        access: { read: nobody, create: nobody, update: nobody },
      },
    ],
  }
}
