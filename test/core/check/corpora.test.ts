import { expect, test } from 'vitest'
import { check } from '../../../src/core/check/index.ts'
import { rules } from '../../../src/core/check/rules/index.ts'
import { law } from '../../../src/core/law/index.ts'
import { printed } from '../../../src/core/render/printed.ts'
import { corpora } from './corpora.ts'

const checked = corpora.map(({ name, document }) => ({
  name,
  text: printed(document).text,
  findings: check(document, { law, today: '2026-11-22' }).findings,
}))

test('the number of findings of each rule stays, unless somebody looked at them', async () => {
  const counts = rules.map(({ id }) => {
    const its = checked.flatMap(({ name, findings }) =>
      findings.filter(({ ruleId }) => ruleId === id).map(() => name),
    )
    const where = [...new Set(its)].join(' ')
    return `${id.padEnd(28)} ${String(its.length).padStart(3)}  ${where}`.trimEnd()
  })
  await expect(`${counts.join('\n')}\n`).toMatchFileSnapshot('../../golden/check/findings.txt')
})

test('every place prints exactly its text, and every message speaks both languages', () => {
  for (const { text, findings } of checked)
    for (const { place, message, evidence, key } of findings) {
      expect(text.slice(place.start, place.end)).toBe(place.text)
      expect(message.ja).toMatch(/[。？]$/u)
      expect(message.en).toMatch(/[.?]$/u)
      expect(key).not.toBe('')
      expect(evidence.every((quote) => quote !== '')).toBe(true)
    }
})

test('keys are unique within a policy', () => {
  for (const { findings } of checked) {
    const keys = findings.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  }
})
