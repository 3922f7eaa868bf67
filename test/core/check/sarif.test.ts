import { expect, test } from 'vitest'
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
