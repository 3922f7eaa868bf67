import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'

export type Executable = { readonly path: string; readonly libraries?: string }

/** Chromium of the machine where there is one, else the one from npm. */
export async function chromiumExecutable(): Promise<Executable> {
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  if (installed) return { path: installed }
  const executable = await chromium.executablePath()
  if (starts(executable)) return { path: executable }
  // A slim machine lacks NSS and the like; the package brings them for the same case elsewhere.
  const bin = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../../bin',
  )
  const libraries = path.join(await inflate(path.join(bin, 'al2023.tar.br')), 'lib')
  const failure = starts(executable, libraries) ? undefined : attempt(executable, libraries).stderr
  if (failure === undefined) return { path: executable, libraries }
  throw new Error(`Chromium does not start: ${failure}\nInstall one: apt-get install chromium`)
}

export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

const starts = (executable: string, libraries?: string) =>
  attempt(executable, libraries).status === 0

function attempt(executable: string, libraries?: string) {
  const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) }
  return spawnSync(executable, ['--version', ...chromiumArguments], { env, encoding: 'utf8' })
}
