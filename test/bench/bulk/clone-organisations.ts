import type { Payload } from 'payload'

type Pool = {
  query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
  connect: () => Promise<Pool & { release: () => void }>
}

/** The tables of records, of their versions and of editions. */
const ofRecords =
  /^_?(?:organisations|policies|policy_sections|purposes|exception_clauses|joint_use_partners|safety_measures|contacts)(?:_|$)|^policy_editions$/

/**
 * Copies of the one organisation that is there, each under ids and a slug of its own, with versions and editions: what
 * importing them would store, in a hundredth of the time. The hashes of the copied editions are not theirs.
 */
export async function cloneOrganisations(
  payload: Payload,
  from: number,
  to: number,
): Promise<void> {
  const { pool } = payload.db as unknown as { pool: Pool }
  const { rows: columns } = await pool.query(
    `select table_name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'public' and column_default is distinct from 'nextval(''' || table_name || '_id_seq''::regclass)'
       and coalesce(column_default, '') not like 'nextval%' group by table_name`,
  )
  const tables = columns.filter(({ table_name: name }) => ofRecords.test(String(name)))
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const { table_name: table, columns: named } of tables) {
      const { rows } = await client.query(
        `select jsonb_agg(t)::text as own from "${table}" t where not to_jsonb(t)::text like '%copy-%' and ${firstOf(String(named))}`,
      )
      const own = rows[0]?.own
      if (typeof own !== 'string') continue
      for (let at = from; at < to; at += 25) {
        const copies = Array.from({ length: Math.min(25, to - at) }, (_, i) => copyOf(own, at + i))
        await client.query(
          `insert into "${table}" (${named}) select ${named} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
          [`[${copies.map((copy) => copy.slice(1, -1)).join(',')}]`],
        )
      }
    }
    await client.query('set session_replication_role = origin')
    await client.query('analyze')
  } finally {
    client.release()
  }
}

/** Rows of the first organisation: ids of copies begin with other digits. A section's parent may be none. */
function firstOf(columns: string): string {
  const there = new Set(columns.split(', '))
  const keys = ['_parent_id', 'parent_id', 'id'].filter((name) => there.has(name))
  return `coalesce(${keys.map((name) => `"${name}"::text`).join(', ')}) not like '1000____%'`
}

function copyOf(rows: string, number: number): string {
  const digits = (0x10000000 + number).toString(16)
  return rows
    .replaceAll(/\b[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)/g, digits)
    .replaceAll(/"[0-9a-f]{8}(?=[0-9a-f]{16}")/g, `"${digits}`)
    .replaceAll('made-up-1-1', `copy-${number}`)
}
