import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/core/check/index.ts'
import { rules } from '../../../src/core/check/rules/index.ts'
import { sarifLog } from '../../../src/core/check/sarif.ts'
import { sourceMap } from '../../../src/core/check/source-map.ts'
import { law } from '../../../src/core/law/index.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { printed } from '../../../src/core/render/printed.ts'
import { wholePolicy } from './whole-policy.ts'

const text = `${wholePolicy({ signature: '株式会社みずうみ文具' })}\nBack to top`
const { document } = parse(text)
const suppressions = [{ ruleId: 'org-representative', reason: '会社概要に掲載' }]
const checked = check(document, { law, today: '2026-11-22', suppressions })
const log = sarifLog({
  ...checked,
  language: 'ja',
  uri: 'policy.txt',
  source: sourceMap(printed(document).text, text),
})
const [run] = log.runs

test('has a result a finding, of a rule that it lists, with a region of the file', () => {
  const ids = run.tool.driver.rules.map(({ id }) => id)
  expect(ids).toEqual(rules.map(({ id }) => id))
  expect(run.results.every(({ ruleId }) => ids.includes(ruleId))).toBe(true)
  const residue = run.results.find(({ ruleId }) => ruleId === 'doc-scrape-residue')
  expect(residue).toMatchObject({
    level: 'warning',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'policy.txt' },
          region: {
            startLine: text.split('\n').length,
            startColumn: 1,
            endColumn: 12,
            snippet: { text: 'Back to top' },
          },
        },
      },
    ],
  })
})

test('keeps what was suppressed, with the reason', () => {
  const result = run.results.find(({ ruleId }) => ruleId === 'org-representative')
  expect(result?.suppressions).toEqual([{ kind: 'external', justification: '会社概要に掲載' }])
  expect(checked.suppressed).toHaveLength(1)
})

/** The schema of OASIS as the Microsoft SARIF SDK for JavaScript ships it (`@microsoft/jest-sarif` 1.0.0-beta.0, MIT). */
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(
  readFileSync(new URL('../../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
const isSarif = ajv.compile(schema)

describe('is valid by the schema of SARIF 2.1.0', () => {
  // A stray space, so that there is a fix.
  const spaced = text.replace('代金の請求及び収納のため', '代金 の請求及び収納のため')
  const { document: withFix } = parse(spaced)
  const found = check(withFix, { law, today: '2026-11-22', suppressions })
  const source = sourceMap(printed(withFix).text, spaced)

  test.each([
    ['a file whose characters can be placed', { uri: 'policy.txt', source }],
    ['a file whose characters cannot', { uri: 'policy.docx', source: null }],
    ['records', { uri: null, source: null }],
  ])('%s', (_name, where) => {
    for (const language of ['ja', 'en'] as const) {
      const log = JSON.parse(JSON.stringify(sarifLog({ ...found, language, ...where })))
      expect([isSarif(log), isSarif.errors]).toEqual([true, null])
    }
  })

  test('with what the schema is there to see: fixes, suppressions and regions', () => {
    const [{ results }] = sarifLog({ ...found, language: 'ja', uri: 'policy.txt', source }).runs
    expect(results.some(({ fixes }) => fixes?.length)).toBe(true)
    expect(results.some((result) => result.suppressions?.length)).toBe(true)
  })

  test('and a log that is none is seen', () => {
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false)
    expect(isSarif({ ...log, runs: [{ ...run, results: [{ ruleId: 'x' }] }] })).toBe(false)
  })
})
