/** Text that can be stored: neither PostgreSQL nor canonical JSON has a NUL or half a character. */
export const isStorable = (value: unknown): value is string =>
  typeof value === 'string' && !/[\0\p{Surrogate}]/u.test(value)
