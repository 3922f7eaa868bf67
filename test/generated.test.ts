import fs from 'node:fs'
import path from 'node:path'
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import { expect, test } from 'vitest'
import { testPayload } from './payload.ts'
import { isSchemaMigrated } from './schema.ts'

const payload = await testPayload()

test('the migrations make the tables that the collections describe (npm run migrate:create)', async () => {
  expect(await isSchemaMigrated(payload)).toBe(true)
})

test('the types are those of the collections (npm run generate:types)', async () => {
  const { outputFile } = payload.config.typescript
  const file = path.join(path.dirname(outputFile), `payload-types.${process.pid}.ts`)
  const typescript = { ...payload.config.typescript, outputFile: file }
  await generateTypes({ ...payload.config, typescript }, { log: false })
  const generated = fs.readFileSync(file, 'utf8')
  fs.rmSync(file)
  expect(fs.readFileSync(outputFile, 'utf8')).toBe(generated)
})

test('the import map has every component that the collections name (npm run generate:importmap)', async () => {
  const { importMapFile } = payload.config.admin.importMap
  if (!importMapFile) throw new Error('Expected a config that says where its import map is')
  // Beside the real one, for its paths are relative.
  const file = path.join(path.dirname(importMapFile), `importMap.${process.pid}.js`)
  fs.writeFileSync(file, '')
  const { admin } = payload.config
  const config = {
    ...payload.config,
    admin: { ...admin, importMap: { ...admin.importMap, importMapFile: file } },
  }
  await generateImportMap(config, { force: true, log: false })
  const generated = fs.readFileSync(file, 'utf8')
  fs.rmSync(file)
  expect(fs.readFileSync(importMapFile, 'utf8')).toBe(generated)
})
