import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from '../platform/refusal.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The folder of the Next app. */
export const adminDirectory = path.join(root, 'src/admin')

/** What Next bundles comes from these; tests and other edges are none of it. */
const sources = ['package-lock.json', 'payload.config.ts', 'collections', 'plugins', 'src']
const outside = /^src\/(cli|client|server)\/|^src\/admin\/(\.next\/|next-env\.d\.ts)/

/**
 * The build of the admin that these sources make, relative to `adminDirectory`. Each has its own folder, so that
 * building one never changes another that serves; complete ones are kept.
 */
export function adminBuild(): { readonly distDir: string; readonly isBuilt: boolean } {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources.flatMap(filesIn).filter((file) => !outside.test(file))) {
    hash
      .update(file)
      .update('\0')
      .update(fs.readFileSync(path.join(root, file)))
  }
  const distDir = path.join('.next', hash.digest('hex').slice(0, 16))
  return { distDir, isBuilt: fs.existsSync(completeMark(distDir)) }
}

/** Builds the admin into its folder, and drops all but the newest few builds. */
export async function buildAdmin(distDir: string): Promise<void> {
  const directory = path.join(adminDirectory, distDir)
  fs.rmSync(directory, { recursive: true, force: true })
  const { status, output } = await runNextBuild(distDir)
  if (status !== 0) {
    throw new Refusal({
      en: `The admin could not be built. What Next said:\n${output.trim()}\nIf packages are at fault, remove node_modules and run npm start again.`,
      ja: `管理画面をビルドできませんでした。Next の出力：\n${output.trim()}\nパッケージに原因がある場合は、node_modules を削除してもう一度 npm start を実行してください。`,
    })
  }
  fs.rmSync(path.join(directory, 'cache'), { recursive: true, force: true })
  fs.writeFileSync(completeMark(distDir), '')
  dropOldBuilds()
}

const completeMark = (distDir: string) => path.join(adminDirectory, distDir, 'COMPLETE')

function runNextBuild(distDir: string): Promise<{ status: number | null; output: string }> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build', adminDirectory], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ADMIN_BUILD: distDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, output }))
  })
}

function dropOldBuilds(): void {
  const builds = path.join(adminDirectory, '.next')
  const newestFirst = fs
    .readdirSync(builds)
    .map((name) => path.join(builds, name))
    .filter((build) => fs.existsSync(path.join(build, 'COMPLETE')))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs)
  for (const build of newestFirst.slice(3)) fs.rmSync(build, { recursive: true, force: true })
}

function filesIn(place: string): string[] {
  const absolute = path.join(root, place)
  if (!fs.existsSync(absolute)) return []
  if (!fs.statSync(absolute).isDirectory()) return [place]
  return fs
    .readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => entry.name !== '.next')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesIn(path.join(place, entry.name)))
}
