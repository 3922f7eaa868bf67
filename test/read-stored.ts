/** A program of its own that knows a database and an organisation: prints the text of its last edition. */
import pg from 'pg'
import type { PolicyDocument } from '../src/core/document.ts'
import { render } from '../src/core/render/index.ts'

const [url, organisation] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
await client.connect()
const { rows } = await client.query<{ document: PolicyDocument }>(
  `select documents->'ja' as document from policy_editions where organisation_slug = $1 order by number desc limit 1`,
  [organisation],
)
await client.end()
process.stdout.write(render((rows[0] as { document: PolicyDocument }).document, 'text'))
