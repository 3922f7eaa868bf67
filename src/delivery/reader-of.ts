import type { Payload } from 'payload'
import { baseLanguage, settingsOf } from '../operations/settings.ts'
import { payloadSource } from './payload-source.ts'
import { createReader, type Reader } from './reader.ts'

const readers = new WeakMap<Payload, Reader>()

/** The reader of a host: its API below the host's, its pages where the plugin's options say. */
export function readerOf(payload: Payload): Reader {
  const known = readers.get(payload)
  if (known) return known
  const { config } = payload
  const settings = settingsOf(payload)
  const reader = createReader({
    source: payloadSource(payload),
    basePath: `${config.routes.api}/privacy-policies`,
    pagePath: settings.pagePath,
    origin: config.serverURL ?? '',
    locale: baseLanguage(settings),
  })
  readers.set(payload, reader)
  return reader
}
