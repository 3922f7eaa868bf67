import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { typstOf } from '../../src/core/render/typst/index.ts'
import { openPress, type Press, press } from '../../src/platform/typst/press.ts'
import { warmPress } from '../../src/platform/typst/warm.ts'
import { everyNode } from '../core/every-node.ts'

const source = typstOf(everyNode('ja'))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-'))
const opened: Press[] = []
const open = (...options: Parameters<typeof openPress>) => {
  const press = openPress(...options)
  opened.push(press)
  return press
}
afterEach(() => {
  for (const press of opened.splice(0)) end(press.pid())
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A press that does what a program says. */
function pressOf(program: string, timeLimit?: number): Press {
  const file = path.join(folder, `${opened.length}-${Math.random()}.mjs`)
  fs.writeFileSync(file, program)
  return open(file, timeLimit)
}
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch (_) {
    return false
  }
}
const end = (pid: number | undefined) => void (pid && isAlive(pid) && process.kill(pid, 'SIGKILL'))

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('prints in the order asked, on one process, and goes on after a fault of a policy', async () => {
  const press = open()
  const prints = [source, { ...source, main: '#panic()' }, source].map((one) => press.print(one))
  const [first, second, third] = await Promise.allSettled(prints)
  expect([first?.status, second?.status, third?.status]).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect((second as PromiseRejectedResult).reason).toMatchObject({ reason: 'failed' })
  expect(first).toEqual(third)
  expect(press.pid()).toBeTypeOf('number')
})

test('starts another process when it has died, and notices in the middle of a print', async () => {
  const press = open()
  const before = await press.print(source)
  const pid = press.pid() ?? 0
  process.kill(pid, 'SIGKILL')
  // Perhaps the news has not arrived yet: the print is tried again all the same.
  expect(await press.print(source)).toEqual(before)
  expect(press.pid()).not.toBe(pid)
})

test('stays within 300 MB', async () => {
  const press = open()
  for (let i = 0; i < 5; i++) await press.print(source)
  const status = process.platform === 'linux' ? `/proc/${press.pid()}/status` : null
  const peak = status && /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(status, 'utf8'))?.[1]
  expect(Number(peak ?? 0)).toBeLessThan(300_000)
})

test('the press of a server is there before its first reader', async () => {
  expect(press().pid()).toBeUndefined()
  warmPress()
  await vi.waitFor(() => expect(press().pid()).toBeTypeOf('number'), 10_000)
  opened.push(press())
  expect((await press().print(source)).length).toBeGreaterThan(1000)
})

test('a policy that kills the press twice is refused, and the next is printed', async () => {
  const press = pressOf(`
    process.on('message', ({ id, paper }) => {
      if (paper === 'deadly') process.exit(7)
      process.send({ id, pdf: new Uint8Array([1]) })
    })
    process.on('disconnect', () => process.exit())
  `)
  const deadly = press.print({ main: '', paper: 'deadly' })
  const next = press.print({ main: '', paper: 'well' })
  await expect(deadly).rejects.toMatchObject({ reason: 'failed' })
  expect([...(await next)]).toEqual([1])
})

test('a print that does not end is ended', async () => {
  const press = pressOf(
    `
    process.on('message', ({ id, paper }) => {
      if (paper === 'endless') for (;;);
      process.send({ id, pdf: new Uint8Array([1]) })
    })
    process.on('disconnect', () => process.exit())
  `,
    1000,
  )
  const endless = press.print({ main: '', paper: 'endless' })
  const next = press.print({ main: '', paper: 'well' })
  await expect(endless).rejects.toMatchObject({ reason: 'failed' })
  expect([...(await next)]).toEqual([1])
})

test('where Typst is not installed, every print says so', async () => {
  const press = pressOf(`
    process.send({ unavailable: 'Cannot find module' }, () => process.exit(1))
  `)
  const prints = await Promise.allSettled([press.print(source), press.print(source)])
  for (const one of [...prints, ...(await Promise.allSettled([press.print(source)]))])
    expect(one).toMatchObject({
      reason: { reason: 'unavailable', words: { ja: expect.stringContaining('PDF') } },
    })
})

test('refuses what would wait too long', async () => {
  const press = pressOf(`
    process.on('message', ({ id }) => setTimeout(() => process.send({ id, pdf: new Uint8Array() }), 5))
    process.on('disconnect', () => process.exit())
  `)
  const prints = Array.from({ length: 70 }, () => press.print({ main: '', paper: '' }))
  const ended = await Promise.allSettled(prints)
  const refused = ended.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(5)
  expect(refused[0]).toMatchObject({ reason: { reason: 'busy' } })
})

test('ends with its parent, also when that is killed, and lets one end that is done', async () => {
  const script = path.join(folder, 'parent.mts')
  const press = path.resolve('src/platform/typst/press.ts')
  const document = path.resolve('test/core/every-node.ts')
  const typst = path.resolve('src/core/render/typst/index.ts')
  fs.writeFileSync(
    script,
    `import { press } from '${press}'
     import { everyNode } from '${document}'
     import { typstOf } from '${typst}'
     await press().print(typstOf(everyNode('ja')))
     console.log(press().pid())
     if (process.argv[2] === 'stay') setInterval(() => {}, 1000)`,
  )
  for (const how of ['stay', 'go']) {
    const parent = spawn(process.execPath, ['--import', 'tsx', script, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)))
      .toString()
      .split('\n')
    if (how === 'stay') parent.kill('SIGKILL')
    await new Promise((resolve) => parent.once('close', resolve))
    await gone(Number(line))
    expect(isAlive(Number(line))).toBe(false)
  }
})
