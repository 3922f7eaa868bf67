import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

type Outcome = { readonly code: number | null; readonly said: string }

/** Runs `npm start`'s program to its end, in English unless told otherwise. */
function start(variables: { [name: string]: string }): Promise<Outcome> {
  const child = spawn(process.execPath, ['--conditions=production', 'src/server/start.mjs'], {
    env: { ...process.env, LC_ALL: 'C', DATA_DIRECTORY: folder, HOST: '127.0.0.1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

function taken(): Promise<{ readonly port: string; readonly server: net.Server }> {
  const server = net.createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      resolve({ port: String(port), server })
    })
  })
}

async function free(): Promise<string> {
  const { port, server } = await taken()
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('one sentence says what is wrong and what to do, and the exit code is 1', () => {
  test('the port is taken', async () => {
    const { port, server } = await taken()
    const { code, said } = await start({ PORT: port })
    server.close()
    expect(code).toBe(1)
    expect(said).toBe(
      `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${Number(port) + 1} npm start\n`,
    )
  })

  test('the same in Japanese on a Japanese terminal', async () => {
    const { port, server } = await taken()
    const { said } = await start({ PORT: port, LC_ALL: 'ja_JP.UTF-8' })
    server.close()
    expect(said).toMatch(/^ポート \d+ は別のプログラムが使用中です。.*\n$/)
  })

  test('the port is none', async () => {
    const { code, said } = await start({ PORT: 'http' })
    expect([code, said]).toEqual([
      1,
      'PORT is "http", which is not a port. Set it to a number from 1 to 65535, such as 3000.\n',
    ])
  })

  test('the database does not answer; its password stays unsaid', async () => {
    const port = await free()
    const { code, said } = await start({
      PORT: await free(),
      DATABASE_URL: `postgres://app:secret@127.0.0.1:${port}/policies`,
    })
    expect(code).toBe(1)
    expect(said).toContain(
      `The database at 127.0.0.1:${port}/policies cannot be used: connect ECONNREFUSED`,
    )
    expect(said).not.toContain('secret')
  })

  test('the address of the database is none', async () => {
    const { code, said } = await start({ PORT: await free(), DATABASE_URL: 'mysql://localhost/x' })
    expect(code).toBe(1)
    expect(said).toContain('DATABASE_URL is not an address of a PostgreSQL database.')
  })

  test('the data folder cannot be written', async () => {
    const file = path.join(folder, 'a-file')
    fs.writeFileSync(file, '')
    const { code, said } = await start({
      PORT: await free(),
      DATA_DIRECTORY: path.join(file, 'data'),
    })
    expect(code).toBe(1)
    expect(said).toContain(`The folder ${path.join(file, 'data')} cannot be written.`)
  })

  test('a setting cannot be read', async () => {
    const { code, said } = await start({ PORT: await free(), PUBLIC_URL: 'privacy.example.jp' })
    expect(code).toBe(1)
    expect(said).toContain('PUBLIC_URL is "privacy.example.jp".')
  })
})
