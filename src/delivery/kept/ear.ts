import pg from 'pg'

/** A connection that listens, and is made again when it breaks. */
export type Ear = {
  /** When it listens, or could not at the first attempt. */
  readonly ready: Promise<void>
  /** Runs a query on it; undefined while there is no connection. */
  readonly query: (text: string) => Promise<readonly unknown[]> | undefined
  readonly close: () => Promise<void>
}

type Parts = {
  readonly connection: pg.ClientConfig
  readonly channel: string
  readonly onNotice: (payload: string) => void
  readonly onLost: () => void
}

const PATIENCE = 3_000
const LONGEST_PAUSE = 5_000

/** Holds no process open. A query that takes too long counts as a broken connection. */
export function openEar({ connection, channel, onNotice, onLost }: Parts): Ear {
  let client: pg.Client | null = null
  let isClosed = false
  let failures = 0

  async function connect(): Promise<void> {
    const made = new pg.Client({
      ...connection,
      application_name: 'payload-privacy-policy watch',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    })
    const lose = () => {
      if (client !== made) return
      client = null
      onLost()
      again()
    }
    made.on('error', lose).on('end', lose)
    made.on('notification', ({ payload }) => onNotice(payload ?? ''))
    try {
      await made.connect()
      // pg has it; its types do not.
      const { unref } = made as unknown as { unref: () => void }
      unref.call(made)
      await made.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (isClosed) throw new Error('Expected to listen on, and was closed')
      client = made
      failures = 0
      // What was announced before it listened.
      onNotice('')
    } catch {
      // The reason is told by whoever looks without it.
      failures++
      end(made)
      again()
    }
  }
  function again(): void {
    if (isClosed) return
    const pause = Math.min(LONGEST_PAUSE, 25 * 2 ** failures)
    setTimeout(() => (isClosed ? undefined : connect()), pause).unref()
  }
  const ready = connect()

  return {
    ready,
    query(text) {
      const asked = client
      if (!asked) return undefined
      return asked.query(text).then(
        ({ rows }) => rows,
        (error: unknown) => {
          if (client === asked) {
            client = null
            end(asked)
            again()
          }
          throw error
        },
      )
    },
    async close() {
      isClosed = true
      const open = client
      client = null
      if (open) await open.end().catch(() => undefined)
    },
  }
}

function end(client: pg.Client): void {
  client.end().catch(() => undefined)
}
