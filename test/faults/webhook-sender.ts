/** An instance as the set-up runs it, without HTTP: it sends what is due until it is killed. */
import { getPayload } from 'payload'
import config from '../../payload.config.ts'

await getPayload({ config, cron: true })
console.log('sending')
