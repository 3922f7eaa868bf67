import net from 'node:net'

/** A way to a server that can be cut, and mended: what a broken network or a stopped database looks like. */
export type Cuttable = {
  readonly port: number
  /** Breaks all connections and takes no more. */
  readonly cut: () => Promise<void>
  /** Breaks nothing, and lets nothing through any more, as a firewall that drops packets. */
  readonly choke: () => void
  readonly mend: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function cuttable(target: { host: string; port: number }): Promise<Cuttable> {
  const sockets = new Set<net.Socket>()
  let isChoked = false
  const server = net.createServer((near) => {
    const far = net.connect(target)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('data', (bytes) => {
        if (!isChoked) other.write(bytes)
      })
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const stop = () => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    return stopped
  }
  await listen(0)
  const { port } = server.address() as net.AddressInfo
  return {
    port,
    cut: stop,
    choke() {
      isChoked = true
    },
    async mend() {
      isChoked = false
      for (const socket of sockets) socket.destroy()
      if (!server.listening) await listen(port)
    },
    close: stop,
  }
}
