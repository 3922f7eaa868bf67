import {
  type Below,
  type Column,
  quoted,
  type Table,
  UnknownTables,
  type VersionedTables,
} from './versioned-tables.ts'

/** The columns that some changed fields of a collection stand in; all records of a statement change in the same ones. */
export type WriteShape = {
  readonly main: readonly string[]
  readonly locales: readonly string[]
  /** Tables below that are written anew, by key, and of those with paths which. */
  readonly below: ReadonlyMap<string, readonly string[]>
}

/** What goes along in the same statement: on what it depends that anything is written, and parts that are written after it. */
type Beside = {
  readonly condition?: string
  /** They find what was written in `ver`. */
  readonly after?: readonly string[]
}

/**
 * One statement that changes records and writes their versions, however many they are: what is changed comes as JSON
 * in $1, by table; $2 is the moment, $3 the note. A row is changed only if it is as old as the plan knows it (`updated_at`). Payload's
 * own rows of versions are copies of the record's, table by table; so are these. It answers with each record and its version.
 */
export function writeStatement(
  { main, version, below }: VersionedTables,
  shape: WriteShape,
  { condition = 'true', after = [] }: Beside = {},
): string {
  const parts: string[] = []
  const given = (table: Table, alias = 'v') =>
    `jsonb_populate_recordset(null::${table.name}, $1::jsonb->'${table.key}') ${alias}`
  const set = [
    ...shape.main.map((name) => `${quoted(name)} = v.${quoted(name)}`),
    'updated_at = $2::timestamptz',
    'bulk_update = $3::text',
  ]
  parts.push(
    `m as (update ${main.name} t set ${set.join(', ')} from ${given(main)} where ${among('t.id', `select v.id from ${given(main)}`)} and t.id = v.id and t.updated_at = v.updated_at and ${condition} returning t.*)`,
  )
  const copies: string[] = []
  copies.push(versionRows(main, version))
  for (const [i, one] of below.entries()) {
    const own = `b${i}`
    const paths = shape.below.get(one.table.key)
    if (one.kind === 'locales') {
      const written = shape.locales.length > 0
      if (written) parts.push(upsertLocales(own, one.table, shape.locales, given(one.table)))
      copies.push(
        copyLocales(
          `v${i}`,
          one.table,
          one.version,
          written ? own : null,
          'ver',
          'parent_id',
          'version_',
        ),
      )
    } else if (one.kind === 'rows') {
      if (paths) parts.push(...upsertRows(own, one, given))
      copies.push(...copyRows(`v${i}`, one, paths ? own : null))
    } else {
      if (paths) parts.push(...replaceList(own, one, paths, given(one.table)))
      copies.push(copyList(`v${i}`, one, paths ? own : null, paths ?? []))
    }
  }
  return `with ${[...parts, ...copies, ...after].join(',\n')}\nselect parent_id as id, id::text as version from ver`
}

/** One of those, found by the index: a join with them may read the whole table. */
const among = (column: string, ids: string) => `${column} = any(array(${ids}))`

function versionRows(main: Table, version: Table): string {
  const pairs = main.columns
    .filter(({ name }) => name !== 'id')
    .map((column) => [twin(version, `version_${column.name}`), column] as const)
  const columns = ['parent_id', ...pairs.map(([to]) => to.name), 'created_at', 'updated_at']
  const values = [
    'm.id',
    ...pairs.map(([to, from]) => cast(`m.${quoted(from.name)}`, from, to)),
    '$2::timestamptz',
    '$2::timestamptz',
  ]
  return `ver as (insert into ${version.name} (${withId(version, columns)}) select ${withNewId(version, values)} from m returning id, parent_id)`
}

function upsertLocales(
  as: string,
  table: Table,
  columns: readonly string[],
  given: string,
): string {
  const named = ['_locale', '_parent_id', ...columns].map(quoted)
  return `${as} as (insert into ${table.name} (${named.join(', ')}) select ${named.map((name) => `v.${name}`).join(', ')} from m p, ${given} where v._parent_id = p.id on conflict (_locale, _parent_id) do update set ${excluded(columns)} returning *)`
}

/** Each row in each language: as it was written just now, else as it stands. */
function copyLocales(
  as: string,
  table: Table,
  version: Table,
  written: string | null,
  parents: string,
  parentKey: string,
  prefix: string,
): string {
  const columns = table.columns.filter(({ name, isSerial }) => !isSerial && name !== '_parent_id')
  const pairs = columns.map(
    (column) =>
      [
        twin(version, column.name === '_locale' ? '_locale' : prefix + column.name),
        column,
      ] as const,
  )
  const source = rowsBelow(table, '_parent_id', `p.${parentKey}`, {
    written,
    unless:
      written &&
      `not exists (select from ${written} w where w._parent_id = t._parent_id and w._locale = t._locale)`,
  })
  return `${as} as (insert into ${version.name} (_parent_id, ${pairs.map(([to]) => quoted(to.name)).join(', ')}) select p.id, ${pairs.map(([to, from]) => cast(`s.${quoted(from.name)}`, from, to)).join(', ')} from ${parents} p cross join lateral ${source} s)`
}

/**
 * What hangs below a record, as it was written just now and else, `unless` it was, as it stands. Asked record by record:
 * so PostgreSQL goes by the index, however large the table is.
 */
function rowsBelow(
  table: Table,
  key: string,
  parent: string,
  {
    written = null,
    unless = null,
  }: { readonly written?: string | null; readonly unless?: string | null },
): string {
  const arms = [
    ...(written
      ? [`select ${columnsOf('w', table)} from ${written} w where w.${key} = ${parent}`]
      : []),
    ...(written && !unless
      ? []
      : [
          `select ${columnsOf('t', table)} from ${table.name} t where t.${key} = ${parent}${unless ? ` and ${unless}` : ''}`,
        ]),
  ]
  return `(${arms.join(' union all ')} offset 0)`
}

/** Rows as they are to be: those that are so already are left alone. */
function upsertRows(
  as: string,
  { table, locales }: Below,
  given: (table: Table, alias?: string) => string,
): readonly string[] {
  const columns = table.columns.map(({ name }) => name)
  const others = columns.filter((name) => name !== 'id')
  const rows = `m p, ${given(table)} where v._parent_id = p.id and ${differs(table, ['id'], others)}`
  const parts = [
    `${as}d as (delete from ${table.name} t where ${among('t._parent_id', 'select id from m')} and not exists (select from ${given(table)} where v.id = t.id) returning t.id)`,
    `${as} as (insert into ${table.name} (${columns.map(quoted).join(', ')}) select ${columnsOf('v', table)} from ${rows} on conflict (id) do update set ${excluded(others)} returning *)`,
  ]
  if (!locales) return parts
  const named = insertable(locales.table)
  const texts = named.filter((name) => !name.startsWith('_'))
  const lines = `m p, ${given(table, 'r')}, ${given(locales.table)} where r._parent_id = p.id and v._parent_id = r.id and ${differs(locales.table, ['_locale', '_parent_id'], texts)}`
  return [
    ...parts,
    `${as}l as (insert into ${locales.table.name} (${named.map(quoted).join(', ')}) select ${named.map((name) => `v.${quoted(name)}`).join(', ')} from ${lines} on conflict (_locale, _parent_id) do update set ${excluded(texts)} returning *)`,
  ]
}

/** Whether a given row `v` is not there as it is. */
function differs(table: Table, key: readonly string[], columns: readonly string[]): string {
  const of = (alias: string) => columns.map((name) => `${alias}.${quoted(name)}`).join(', ')
  const isIt = key.map((name) => `t.${quoted(name)} = v.${quoted(name)}`).join(' and ')
  return `not exists (select from ${table.name} t where ${isIt} and row(${of('t')}) is not distinct from row(${of('v')}))`
}

const excluded = (columns: readonly string[]) =>
  columns.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ')

function copyRows(
  as: string,
  { table, version, locales }: Below,
  written: string | null,
): readonly string[] {
  const pairs = table.columns
    .filter(({ name }) => name !== 'id' && name !== '_parent_id')
    .map((column) => [twin(version, column.name), column] as const)
  const columns = ['_parent_id', '_uuid', ...pairs.map(([to]) => to.name)]
  const values = [
    'ver.id',
    's.id',
    ...pairs.map(([to, from]) => cast(`s.${quoted(from.name)}`, from, to)),
  ]
  const source = rowsBelow(table, '_parent_id', 'ver.parent_id', {
    written,
    unless:
      written &&
      [written, `${written}d`]
        .map((own) => `not exists (select from ${own} w where w.id = t.id)`)
        .join(' and '),
  })
  return [
    `${as} as (insert into ${version.name} (${withId(version, columns)}) select ${withNewId(version, values)} from ver cross join lateral ${source} s returning id, _uuid)`,
    ...(locales
      ? [
          copyLocales(
            `${as}l`,
            locales.table,
            locales.version,
            written && `${written}l`,
            as,
            '_uuid',
            '',
          ),
        ]
      : []),
  ]
}

function replaceList(
  as: string,
  { table, hasPaths }: Below,
  paths: readonly string[],
  given: string,
): readonly string[] {
  const columns = insertable(table)
  const own = hasPaths ? ` and t.path in (${paths.map(literal).join(', ')})` : ''
  return [
    `${as}d as (delete from ${table.name} t where ${among('t.parent_id', 'select id from m')}${own})`,
    `${as} as (insert into ${table.name} (${withId(table, columns)}) select ${withNewId(
      table,
      columns.map((name) => `v.${quoted(name)}`),
    )} from m p, ${given} where v.parent_id = p.id returning *)`,
  ]
}

function copyList(
  as: string,
  { table, version, hasPaths }: Below,
  written: string | null,
  paths: readonly string[],
): string {
  const pairs = insertable(table)
    .filter((name) => name !== 'parent_id')
    .map((name) => [twin(version, name), twin(table, name)] as const)
  const columns = ['parent_id', ...pairs.map(([to]) => to.name)]
  const values = [
    'ver.id',
    ...pairs.map(([to, from]) =>
      hasPaths && from.name === 'path'
        ? "'version.' || s.path"
        : cast(`s.${quoted(from.name)}`, from, to),
    ),
  ]
  const source = rowsBelow(table, 'parent_id', 'ver.parent_id', {
    written,
    unless: written && hasPaths ? `t.path not in (${paths.map(literal).join(', ')})` : null,
  })
  return `${as} as (insert into ${version.name} (${withId(version, columns)}) select ${withNewId(version, values)} from ver cross join lateral ${source} s)`
}

const columnsOf = (alias: string, { columns }: Table) =>
  columns.map(({ name }) => `${alias}.${quoted(name)}`).join(', ')

/** What an insert names: all but what the database or this statement numbers. */
const insertable = ({ columns }: Table): readonly string[] =>
  columns.flatMap(({ name }) => (name === 'id' ? [] : name))

const idOf = ({ columns }: Table) => columns.find(({ name }) => name === 'id')
const withId = (table: Table, columns: readonly string[]) =>
  (idOf(table)?.isSerial ? columns : ['id', ...columns]).map(quoted).join(', ')
const withNewId = (table: Table, values: readonly string[]) => {
  const id = idOf(table)
  if (!id || id.isSerial) return values.join(', ')
  return [id.isUuid ? 'gen_random_uuid()' : 'gen_random_uuid()::text', ...values].join(', ')
}

function twin({ columns, key }: Table, name: string): Column {
  const found = columns.find((column) => column.name === name)
  if (!found) throw new UnknownTables(`Expected the column ${name} in ${key}`)
  return found
}

const cast = (value: string, from: Column, to: Column): string =>
  from.isEnum && from.type !== to.type ? `${value}::text::${to.type}` : value

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
