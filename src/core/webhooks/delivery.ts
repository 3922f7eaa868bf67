/** What has become of a message. */
export const deliveryStates = ['pending', 'delivered', 'failed', 'cancelled'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One attempt to send a message, as the log keeps it. */
export type Attempt = {
  readonly at: string
  readonly status: number | null
  readonly excerpt: string
}
