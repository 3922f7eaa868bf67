import type { CollectionConfig } from 'payload'
import { deliveryStates, deliveryStateWords } from '../src/core/webhooks/delivery.ts'
import { webhookEvents } from '../src/core/webhooks/events.ts'
import type { Words } from '../src/core/words.ts'
import { adminsOnly, nobody, ofOrganisation } from './access.ts'
import { choice, group, organisation, recordId, text } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { webhookEventWords } from './webhook-endpoints.ts'

/**
 * 送信記録: messages to be sent, written in the transaction that publishes, and what came of them. Made by publishing
 * and written by sending alone; the organisation's admins read them.
 */
export function webhookDeliveries(options: CollectionOptions): CollectionConfig {
  const { read } = adminsOnly(options, ofOrganisation)
  return {
    slug: options.slugs.webhookDeliveries,
    labels: {
      singular: { ja: '送信記録（Webhook）', en: 'Webhook delivery' },
      plural: { ja: '送信記録（Webhook）', en: 'Webhook deliveries' },
    },
    admin: {
      group,
      description: {
        ja: '通知の送信の記録です。失敗したものは、間隔を空けて約3日間送り直します。それでも送れなかったものは、手動で送り直せます。',
        en: 'What was sent, and what came of it. What failed is sent again for about three days, and after that by hand.',
      },
      useAsTitle: 'messageId',
      defaultColumns: ['event', 'state', 'url', 'nextTryAt', 'lastStatus', 'messageId'],
    },
    access: { read, create: nobody, update: nobody, delete: nobody },
    defaultSort: '-createdAt',
    disableDuplicate: true,
    lockDocuments: false,
    fields: [
      recordId(),
      organisation(options),
      {
        ...text('messageId', {
          label: { ja: 'ID', en: 'Id' },
          description: {
            ja: '見出し webhook-id の値です。送り直しても変わりません。',
            en: 'What the header webhook-id says; the same when it is sent again.',
          },
        }),
        required: true,
        unique: true,
      },
      {
        ...text('endpoint', {
          label: { ja: '通知先', en: 'Webhook' },
          description: { ja: '通知先のIDです。', en: 'The id of the webhook.' },
        }),
        index: true,
      },
      text('url', {
        label: { ja: 'URL', en: 'URL' },
        description: { ja: '最後に送ったアドレスです。', en: 'Where it was sent last.' },
      }),
      text('policy', {
        label: { ja: 'ポリシー', en: 'Policy' },
        description: { ja: 'ポリシーのIDです。', en: 'The id of the policy.' },
      }),
      text('edition', {
        label: { ja: '版', en: 'Edition' },
        description: { ja: '版のIDです。', en: 'The id of the edition.' },
      }),
      choice('event', webhookEvents, webhookEventWords, {
        label: { ja: '出来事', en: 'Event' },
        description: { ja: '何を知らせるものか。', en: 'What it tells.' },
      }),
      choice('state', deliveryStates, deliveryStateWords, {
        label: { ja: '状態', en: 'State' },
        description: { ja: 'いまどうなっているか。', en: 'What has become of it.' },
        required: true,
        defaultValue: 'pending',
      }),
      {
        name: 'resend',
        type: 'ui',
        admin: {
          condition: ({ state }) => state === 'failed',
          components: { Field: `${options.components}#ResendDelivery` },
          disableListColumn: true,
        },
      },
      date('dueAt', {
        label: { ja: '送る日時', en: 'Due' },
        description: { ja: '出来事の日時です。', en: 'When what it tells happens.' },
      }),
      {
        ...date('nextTryAt', {
          label: { ja: '次に送る日時', en: 'Next try' },
          description: { ja: '空欄なら、もう送りません。', en: 'Empty when it is not sent again.' },
        }),
        index: true,
      },
      { name: 'leasedUntil', type: 'date', hidden: true, admin: { hidden: true } },
      {
        name: 'lastStatus',
        type: 'number',
        label: { ja: '直近の応答', en: 'Last status' },
        admin: {
          description: {
            ja: 'HTTPの状態コードです。応答がなかったときは空欄です。',
            en: 'The status code of HTTP; empty when there was no answer.',
          },
        },
      },
      text('reason', {
        label: { ja: '取りやめた理由', en: 'Why it was cancelled' },
        description: {
          ja: 'withdrawn（取下げ）、corrected（訂正）、overtaken（後の版がある）、inactive（通知先が無効）。',
          en: 'withdrawn, corrected, overtaken by a later edition, or inactive: the webhook is switched off.',
        },
      }),
      {
        name: 'attempts',
        type: 'json',
        label: { ja: '試行', en: 'Attempts' },
        defaultValue: [],
        admin: {
          components: { Field: `${options.components}#DeliveryAttempts` },
          description: {
            ja: '送信ごとの日時と、応答の冒頭です。',
            en: 'When it was sent each time, and the beginning of the answer.',
          },
        },
      },
      {
        name: 'body',
        type: 'textarea',
        label: { ja: '本文', en: 'Body' },
        admin: {
          description: { ja: '署名して送る内容です。', en: 'What is signed and sent.' },
        },
      },
    ],
  }
}

const date = (name: string, { label, description }: { label: Words; description: Words }) =>
  ({
    name,
    type: 'date',
    label,
    admin: { description, date: { pickerAppearance: 'dayAndTime' } },
  }) as const
