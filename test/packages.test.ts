import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { areInstalled } from '../src/server/modules.mjs'

let root: string

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'packages-'))
  write('package-lock.json', {
    packages: {
      '': {},
      'node_modules/payload': { version: '3.90.2' },
      'node_modules/vitest': { version: '4.1.12', dev: true },
      'node_modules/postgres-for-windows': { version: '18.4.0', optional: true },
    },
  })
  install({ payload: '3.90.2', vitest: '4.1.12' })
})
afterEach(() => fs.rmSync(root, { recursive: true }))

function write(file: string, content: object): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), JSON.stringify(content))
}

function install(versions: { [name: string]: string }): void {
  fs.rmSync(path.join(root, 'node_modules'), { recursive: true, force: true })
  const packages = Object.entries(versions).map(([name, version]) => {
    write(`node_modules/${name}/package.json`, {})
    return [`node_modules/${name}`, { version }]
  })
  write('node_modules/.package-lock.json', { packages: Object.fromEntries(packages) })
}

test('a whole install is left alone', () => {
  expect(areInstalled(root, true)).toBe(true)
})

test('no node_modules, and an install that was broken off, are noticed', () => {
  fs.rmSync(path.join(root, 'node_modules/.package-lock.json'))
  expect(areInstalled(root, false)).toBe(false)
  fs.rmSync(path.join(root, 'node_modules'), { recursive: true })
  expect(areInstalled(root, false)).toBe(false)
})

test('a package that went missing is noticed', () => {
  fs.rmSync(path.join(root, 'node_modules/payload'), { recursive: true })
  expect(areInstalled(root, false)).toBe(false)
})

test('a package of another version than the lock file wants is noticed', () => {
  install({ payload: '3.90.1', vitest: '4.1.12' })
  expect(areInstalled(root, false)).toBe(false)
})

test('what only tests need may be absent where nothing is tested', () => {
  install({ payload: '3.90.2' })
  expect(areInstalled(root, false)).toBe(true)
  expect(areInstalled(root, true)).toBe(false)
})

test('package-lock.json names the packages of every platform, or npm ci refuses it', () => {
  const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
    packages: { [place: string]: { optionalDependencies?: { [name: string]: string } } }
  }
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !packages[`${place}/node_modules/${name}`] &&
        !Object.keys(packages).some((other) => other.endsWith(`node_modules/${name}`)),
    ),
  )
  expect(missing).toEqual([])
})
