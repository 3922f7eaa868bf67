import type { Words } from '../words.ts'

/** What has become of a message. */
export const deliveryStates = ['pending', 'delivered', 'failed', 'cancelled'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryStateWords: { readonly [S in DeliveryState]: Words } = {
  pending: { ja: '送信待ち', en: 'Waiting' },
  delivered: { ja: '送信済み', en: 'Delivered' },
  failed: { ja: '送信できず', en: 'Given up' },
  cancelled: { ja: '取りやめ', en: 'Cancelled' },
}

/** One attempt to send a message, as the log keeps it. */
export type Attempt = {
  readonly at: string
  readonly status: number | null
  readonly excerpt: string
}
