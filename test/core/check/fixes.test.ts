import { expect, test } from 'vitest'
import { applyFixes } from '../../../src/core/check/apply-fixes.ts'
import type { Finding } from '../../../src/core/check/finding.ts'
import { check } from '../../../src/core/check/index.ts'
import { law } from '../../../src/core/law/index.ts'
import { printed } from '../../../src/core/render/printed.ts'
import { corpora } from './corpora.ts'

const today = '2026-11-22'

/** A finding whatever stands before it. */
const name = ({ ruleId, place, evidence }: Finding) =>
  `${ruleId} ${place.text} ${evidence[0] ?? ''}`

test('a fix removes its finding and adds none', () => {
  for (const { document } of corpora) {
    const { findings } = check(document, { law, today })
    for (const finding of findings.filter(({ fix }) => fix)) {
      const { document: fixed, applied } = applyFixes(document, [finding])
      expect(applied).toEqual([finding])
      const left = check(fixed, { law, today }).findings
      const count = (all: readonly Finding[]) =>
        all.filter((one) => name(one) === name(finding)).length
      expect(count(left)).toBeLessThan(count(findings))
      const known = new Set(findings.map(({ ruleId }) => ruleId))
      expect(left.map(({ ruleId }) => ruleId).filter((id) => !known.has(id))).toEqual([])
      expect(left.length).toBeLessThan(findings.length)
    }
  }
})

test('all fixes together change only what their edits say, and leave nothing to fix', () => {
  for (const { document } of corpora) {
    const { findings } = check(document, { law, today })
    const { document: fixed, applied } = applyFixes(document, findings)
    if (applied.length === 0) {
      expect(fixed).toBe(document)
      continue
    }
    const again = check(fixed, { law, today }).findings
    const waiting = findings.filter((one) => one.fix && !applied.includes(one))
    expect(again.filter(({ fix }) => fix).length).toBeLessThanOrEqual(waiting.length)
    expect(printed(fixed).text).not.toBe(printed(document).text)
  }
})
