import type { Payload } from 'payload'
import { baseLanguage, settingsOf } from '../operations/settings.ts'
import { watchEditions } from './kept/watch.ts'
import { payloadPreview } from './preview/payload-preview.ts'
import { createReader, type Reader } from './reader.ts'
import { payloadSource } from './sources/payload-source.ts'

// Next bundles a second copy of every module into the process: both must see one reader with all that it keeps.
const key = Symbol.for('payload-privacy-policy.readers')
const home = globalThis as { [key]?: WeakMap<Payload, Reader> }

/** The reader of a host: its API below the host's, its pages where the plugin's options say. */
export function readerOf(payload: Payload): Reader {
  const readers = home[key] ?? new WeakMap<Payload, Reader>()
  home[key] = readers
  const known = readers.get(payload)
  if (known) return known
  const { config } = payload
  const settings = settingsOf(payload)
  const source = payloadSource(payload)
  const reader = createReader({
    source,
    preview: payloadPreview(payload, source),
    watch: (listener) => watchEditions(payload, listener),
    basePath: `${config.routes.api}/privacy-policies`,
    pagePath: settings.pagePath,
    origin: config.serverURL ?? '',
    locale: baseLanguage(settings),
    cacheBytes: settings.cacheBytes,
  })
  readers.set(payload, reader)
  endWith(payload, reader)
  return reader
}

/** When Payload lets go of its database, the reader does too. */
function endWith(payload: Payload, reader: Reader): void {
  const { db } = payload
  const destroy = db.destroy?.bind(db)
  db.destroy = async () => {
    home[key]?.delete(payload)
    await reader.close()
    await destroy?.()
  }
}
