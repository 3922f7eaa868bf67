import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ComposeRefused, compose } from '../../src/core/compose.ts'
import { textOf } from '../../src/core/document.ts'
import { extract } from '../../src/core/extract.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'

describe.each(fixturePolicies)('$name', ({ documents }) => {
  const records = extract(...documents)

  test.each(documents.map((document) => [document.locale, document] as const))(
    'its records make the same document again in %s',
    (locale, document) => {
      const composed = compose(records, locale)
      expect(composed).toEqual(document)
      expect(textOf(composed)).toBe(textOf(document))
    },
  )
})
