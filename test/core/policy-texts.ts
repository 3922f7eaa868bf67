import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { textOf } from '../../src/core/document.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'
import { policies } from './parse-texts.ts'

const samples = fileURLToPath(new URL('../../src/server/sample/', import.meta.url))

/** Every policy of this repository, as text: all of them fictional. */
export const policyTexts: readonly string[] = [
  ...Object.values(policies),
  ...fixturePolicies.flatMap(({ documents }) => documents.map(textOf)),
  ...readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => readFileSync(samples + name, 'utf8')),
]
