import type { Payload, PayloadRequest, RequestContext, Where } from 'payload'

/** A document as it is stored: relations by their ids, nothing joined. */
export type Doc = { readonly id: string; readonly [field: string]: unknown }

/**
 * How a document is asked for. Nothing of it has a default: a call without `req` would leave the transaction, and one
 * without `overrideAccess` would be nobody's.
 */
type Call = {
  readonly collection: string
  readonly req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
  readonly overrideAccess: boolean
  readonly depth: 0
  readonly joins?: false
  readonly locale?: string
  readonly trash?: boolean
  readonly context?: RequestContext
  readonly showHiddenFields?: boolean
}
type Query = Call & {
  readonly where: Where
  readonly pagination: false
  readonly limit?: number
  readonly sort?: string
}
type Fields = { readonly [field: string]: unknown }

/** `D` names the fields that the caller reads, as the collection has them. */
type LocalApi = {
  find<D = Doc>(query: Query): Promise<{ readonly docs: readonly D[] }>
  findByID<D = Doc>(call: Call & { readonly id: string }): Promise<D>
  findByID<D = Doc>(
    call: Call & { readonly id: string; readonly disableErrors: true },
  ): Promise<D | null>
  count(
    call: Omit<Call, 'depth'> & { readonly where?: Where },
  ): Promise<{ readonly totalDocs: number }>
  create(call: Call & { readonly data: Fields }): Promise<Doc>
  update(call: Call & { readonly id: string; readonly data: Fields }): Promise<Doc>
  update(
    call: Call & { readonly where: Where; readonly data: Fields },
  ): Promise<{ readonly docs: readonly Doc[] }>
}

/** Payload's Local API for collections whose slugs the host decides: its own types know only slugs that are written down. */
export const localApi = (payload: Payload) => payload as unknown as LocalApi
