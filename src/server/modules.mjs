import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { refuse, say } from '../platform/say.mjs'

/**
 * Installs node_modules when they are missing, half installed, or of another version of package-lock.json.
 * @param {string} root
 * @param {{ forTests?: boolean }} [options]
 */
export function ensureModules(root, { forTests = false } = {}) {
  if (areInstalled(root, forTests)) return
  say({
    en: 'Installing packages (npm ci); a minute or two the first time …',
    ja: 'パッケージをインストールしています（npm ci）。初回は1〜2分かかります…',
  })
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // npm's own start passes settings down that would make a nested npm warn.
      shell: process.platform === 'win32',
    },
  )
  if (status === 0 && areInstalled(root, forTests)) return
  const reason = error ? error.message : `npm ci ended with ${status}`
  refuse({
    en: `The packages could not be installed (${reason}). Check the network, the free disk space and that ${root} can be written, then run npm start again.`,
    ja: `パッケージをインストールできませんでした（${reason}）。ネットワーク、ディスクの空き、${root} への書き込み権限を確かめて、もう一度 npm start を実行してください。`,
  })
}

/**
 * npm writes `.package-lock.json` last, so without it the install was broken off. What it lists must be what
 * package-lock.json wants, and be there; packages for other machines may be absent, and those for development where
 * nothing is tested.
 * @param {string} root
 * @param {boolean} forTests
 */
export function areInstalled(root, forTests) {
  const wanted = packagesIn(path.join(root, 'package-lock.json'))
  const installed = packagesIn(path.join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([place, { version, optional, dev, devOptional }]) => {
    if (place === '') return true
    const found = installed[place]
    if (!found) return Boolean(optional || ((dev || devOptional) && !forTests))
    return found.version === version && fs.existsSync(path.join(root, place, 'package.json'))
  })
}

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {{ [place: string]: LockedPackage } | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages
  } catch (_) {
    return undefined
  }
}
