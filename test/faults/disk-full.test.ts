import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLocalReq, getPayload } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { verifyChain } from '../../src/core/edition/index.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { findPolicy } from '../../src/operations/policy/find-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { openEnvironment } from '../../src/platform/environment.ts'
import { closePayload } from '../../src/platform/migrations.ts'

/** A file system of its own, small enough to fill. Only root can mount one; without it there is nothing to try. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'disk-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', folder])
const isMounted = mounted.status === 0
afterAll(() => {
  if (isMounted) spawnSync('umount', ['--lazy', folder])
  fs.rmSync(folder, { recursive: true, force: true })
})

test.skipIf(!isMounted)(
  'with the disk of the database full nothing is half published; with room again the next one works',
  async () => {
    const sample = 'src/server/sample/mizuumi-reading.txt'
    command(['import', sample, '--organisation', 'full', '--create-organisation'])
    const variables = { ...process.env }
    const environment = await openEnvironment({ DATA_DIRECTORY: folder })
    process.env.DATABASE_URL = environment.url
    process.env.PAYLOAD_SECRET = 'test'
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config, key: folder })
    try {
      const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })
      const { policy } = await findPolicy('full/privacy-policy', await reading())
      const publish = async () => publishPolicy({ policy }, await reading())
      const editions = () => payloadSource(payload).editions(policy)
      await publish()

      const ballast = path.join(folder, 'ballast')
      fill(ballast)
      let published = 1
      let failures = 0
      for (let i = 0; i < 500 && failures < 3; i++) {
        await publish().then(
          () => published++,
          () => failures++,
        )
      }
      expect(failures).toBe(3)

      fs.rmSync(ballast)
      await eventually(async () => expect(await editions()).toHaveLength(published))
      expect(verifyChain(await editions())).toMatchObject({ ok: true, editions: published })
      await eventually(publish)
      expect(verifyChain(await editions())).toMatchObject({ ok: true, editions: published + 1 })
    } finally {
      await closePayload(payload)
      await environment.close()
      Object.assign(process.env, variables)
    }
  },
  300_000,
)

/** A command on the database of that disk, which makes its tables. */
function command(args: readonly string[]): void {
  const { DATABASE_URL: _, PAYLOAD_SECRET: __, ...variables } = process.env
  const loader = ['--conditions=production', '--import', 'tsx', 'src/cli/index.ts']
  const { status, stderr } = spawnSync(process.execPath, [...loader, ...args], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...variables, DATA_DIRECTORY: folder },
    encoding: 'utf8',
  })
  expect(`${stderr}${status}`).toMatch(/0$/)
}

/** Writes a file until not one byte more fits. */
function fill(file: string): void {
  const descriptor = fs.openSync(file, 'w')
  try {
    for (let size = 1 << 20; size > 0; size >>= 1) {
      const block = Buffer.alloc(size, 1)
      try {
        while (fs.writeSync(descriptor, block) === size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    fs.closeSync(descriptor)
  }
}

/** PostgreSQL may have ended itself for want of a log, and come back. */
async function eventually(work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      await work()
      return
    } catch (error) {
      if (i === 60) throw error
      await sleep(500)
    }
  }
}
