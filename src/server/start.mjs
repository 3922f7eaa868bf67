/**
 * `npm start`. Plain JavaScript without packages, for it runs before there are any: checks Node and the port, installs
 * what is missing, and hands over to `index.ts`.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepHeapSmall } from '../platform/heap.mjs'
import { refuse } from '../platform/say.mjs'
import { ensureModules } from './modules.mjs'
import { portFrom, tryPort } from './port.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

async function start() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 16)) {
    refuse({
      en: `This needs Node 20.16 or later, and this is ${process.version}. Install Node 20 from https://nodejs.org/ and run npm start again.`,
      ja: `Node 20.16 以降が必要ですが、これは ${process.version} です。https://nodejs.org/ から Node 20 を入れて、もう一度 npm start を実行してください。`,
    })
  }
  process.chdir(root)
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  await tryPort(portFrom(process.env.PORT), process.env.HOST || undefined)
  ensureModules(root)
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  keepHeapSmall()
  const { register } = await import('tsx/esm/api')
  register()
  // Node would keep the source maps of every package and of the admin, 100 MB, for the lines in stack traces.
  if (!process.env.NODE_OPTIONS?.includes('--enable-source-maps'))
    process.setSourceMapsEnabled(false)
  await import('./index.ts')
}

start()
