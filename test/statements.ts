import pg from 'pg'

/** The SQL statements that any connection of this process is sent while some work goes on. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { readonly text?: string } | undefined]
    const text = typeof first === 'string' ? first : first?.text
    if (text) statements.push(text)
    return (query as (...all: unknown[]) => never).apply(this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

/** How many statements begin with a table: of each, the first one that it reads or writes. */
export function byTable(statements: readonly string[]): { readonly [table: string]: number } {
  const counts: { [table: string]: number } = {}
  for (const statement of statements) {
    const [, table] = /\b(?:from|into|update)\s+(?:"public"\.)?"?([a-z_]+)"?/i.exec(statement) ?? []
    if (table) counts[table] = (counts[table] ?? 0) + 1
  }
  return counts
}
