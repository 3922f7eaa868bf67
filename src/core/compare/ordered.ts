/**
 * A value with the fields of all its objects in one order. A tree that was stored has them in the order of the database,
 * one that was composed in the order of the code, and that they differ is no change.
 */
export function ordered<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(ordered) as T
  const fields = value as { readonly [name: string]: unknown }
  const own: { [name: string]: unknown } = {}
  for (const name of Object.keys(fields).sort()) own[name] = ordered(fields[name])
  return own as T
}
