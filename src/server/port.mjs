import net from 'node:net'
import { refuse } from '../platform/say.mjs'

/**
 * The port to serve on, from `PORT`; ends the process when it is none.
 * @param {string | undefined} value
 */
export function portFrom(value) {
  const port = value ? Number(value) : 3000
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  return refuse({
    en: `PORT is "${value}", which is not a port. Set it to a number from 1 to 65535, such as 3000.`,
    ja: `PORT の値「${value}」はポート番号ではありません。3000 のように 1〜65535 の数を指定してください。`,
  })
}

/**
 * Ends the process with the reason when a server could not take its port; any other failure is thrown.
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @returns {never}
 */
export function refusePort(error, port) {
  if (error.code === 'EADDRINUSE') {
    return refuse({
      en: `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      ja: `ポート ${port} は別のプログラムが使用中です。それを終了するか、別のポートを選んでください：PORT=${port + 1} npm start`,
    })
  }
  if (error.code === 'EACCES') {
    return refuse({
      en: `This user may not serve on port ${port}. Choose one above 1023: PORT=3000 npm start`,
      ja: `このユーザーはポート ${port} を使えません。1024 以上を選んでください：PORT=3000 npm start`,
    })
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return refuse({
      en: 'HOST is not an address of this machine. Leave it empty to serve on all of them.',
      ja: 'HOST がこのマシンのアドレスではありません。すべてのアドレスで公開するには空にしてください。',
    })
  }
  throw error
}

/**
 * Takes the port for a moment, so that a taken one is known before anything is installed or built.
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<void>}
 */
export function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => refusePort(error, port))
    server.listen({ port, host }, () => server.close(() => resolve()))
  })
}
