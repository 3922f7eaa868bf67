import pg from 'pg'

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void

/**
 * `@payloadcms/db-postgres` 3.90 takes a client out of its pool at start and never gives it back, so that a pool of
 * one hangs and `pool.end()` never ends; when that client's connection breaks, it takes another. This pool takes the
 * first client back at once. An idle client whose server goes away emits `error`; unheard, that ends the process,
 * though the pool replaces the client by itself.
 */
class ReturningPool extends pg.Pool {
  #first = true

  constructor(options?: pg.PoolConfig) {
    super(options)
    this.on('error', () => undefined)
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback)
      return undefined
    }
    if (!this.#first) return super.connect()
    this.#first = false
    return super.connect().then((client) => {
      setImmediate(() => client.removeAllListeners('error').release())
      return client
    })
  }
}

/** `pg` with the pool above, for `postgresAdapter({ pg: returningPg })`. */
export const returningPg = { ...pg, Pool: ReturningPool } as unknown as typeof pg
