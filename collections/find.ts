import { isolateObjectProperty, type PayloadRequest } from 'payload'

export type Found = { readonly id: string; readonly [field: string]: unknown }

/** A document by id in the request's transaction, whoever asks; null when it is not there or in the trash. */
export async function findById(
  req: PayloadRequest,
  collection: string,
  id: string,
): Promise<Found | null> {
  return (await findAny(req, collection, { where: { id: { equals: id } } })) ?? null
}

/** The first document of a query. The request keeps its own locale, which a nested call would change. */
export async function findAny(
  req: PayloadRequest,
  collection: string,
  query: Pick<Parameters<PayloadRequest['payload']['find']>[0], 'where' | 'trash'>,
): Promise<Found | undefined> {
  const { docs } = await req.payload.find({
    ...query,
    collection: collection as never,
    depth: 0,
    joins: false,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
  })
  return docs[0] as Found | undefined
}
