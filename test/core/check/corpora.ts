import { readdirSync, readFileSync } from 'node:fs'
import type { PolicyDocument } from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'

const folder = new URL('../../fixtures/labelled/', import.meta.url)

/** The labelled fictional policies, parsed, in the order of their names. */
export const corpora: readonly { readonly name: string; readonly document: PolicyDocument }[] =
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => ({
      name: name.slice(0, -4),
      document: parse(readFileSync(new URL(name, folder), 'utf8')).document,
    }))
