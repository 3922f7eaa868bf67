import { nameOfKind } from '../../core/exchange/names.ts'
import type { RecordKind } from '../../core/exchange/record-shape.ts'
import { type ServerOption, serverAt } from './server.ts'

export type Doc = { readonly id: string; readonly [field: string]: unknown }
/** Fields that are to be equal; null for one that is not set. */
export type Equal = { readonly [field: string]: string | number | null }

/** Where `list` and `get` read: the database, or a server that answers as its user may read. */
export type RecordSource = {
  readonly find: (
    kind: RecordKind | 'policyEditions',
    equal: Equal,
    options?: { readonly trash?: boolean },
  ) => Promise<readonly Doc[]>
}

export async function withRecords<T>(
  { server }: ServerOption,
  work: (source: RecordSource) => Promise<T>,
): Promise<T> {
  if (server !== undefined) return work(remote(server))
  const { atWork, findAll, slugsOf } = await import('../workplace.ts')
  return atWork((reading) =>
    work({
      find: (kind, equal, options) =>
        findAll(slugsOf(reading)[kind], whereOf(equal), reading, options),
    }),
  )
}

const whereOf = (equal: Equal) =>
  Object.fromEntries(
    Object.entries(equal).map(([field, value]) => [
      field,
      value === null ? { exists: false } : { equals: value },
    ]),
  )

/** Over REST, at the usual names of the collections. */
function remote(address: string): RecordSource {
  const server = serverAt(address)
  return {
    async find(kind, equal, { trash = false } = {}) {
      const slug = kind === 'policyEditions' ? 'policy-editions' : nameOfKind(kind)
      const query = new URLSearchParams({
        depth: '0',
        locale: 'all',
        pagination: 'false',
        ...(trash && { trash: 'true' }),
      })
      for (const [field, value] of Object.entries(equal))
        if (value === null) query.set(`where[${field}][exists]`, 'false')
        else query.set(`where[${field}][equals]`, String(value))
      const { docs } = (await server.get(`/api/${slug}?${query}`)) as { docs: readonly Doc[] }
      return docs
    },
  }
}
