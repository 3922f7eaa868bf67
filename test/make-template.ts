/** Makes the schema in the empty database at DATABASE_URL, in a process of its own; prints where it came from. */
import { getPayload } from 'payload'
import config from '../payload.config.ts'
import { closePayload } from '../src/platform/migrations.ts'
import { createSchema } from './schema.ts'

const payload = await getPayload({ config, disableOnInit: true })
const origin = await createSchema(payload)
await closePayload(payload)
console.log(origin)
