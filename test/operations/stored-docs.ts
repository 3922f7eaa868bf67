import type { Payload } from 'payload'

export type Doc = { readonly id: string; readonly [field: string]: unknown }

/** The documents of a collection as they are stored, in all languages, by their ids. */
export const docsIn =
  (payload: Payload) =>
  async (collection: string, where = {}): Promise<readonly Doc[]> =>
    (
      await payload.find({
        collection: collection as never,
        where,
        locale: 'all',
        depth: 0,
        joins: false,
        pagination: false,
        sort: 'id',
      } as never)
    ).docs as never

export const inJapanese = (value: unknown): string => (value as { ja: string }).ja
