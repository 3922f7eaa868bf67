import type { Finding } from '../../../src/core/check/finding.ts'
import type { CheckOptions } from '../../../src/core/check/index.ts'
import { check } from '../../../src/core/check/index.ts'
import type { Rule } from '../../../src/core/check/rule.ts'
import type { PolicyDocument } from '../../../src/core/document.ts'
import { law } from '../../../src/core/law/index.ts'
import { parse } from '../../../src/core/parse/index.ts'

/** What one rule finds in a text as it is parsed, or in a document. */
export function findings(
  rule: Rule,
  text: string | PolicyDocument,
  options: Partial<CheckOptions> = {},
): readonly Finding[] {
  const document = typeof text === 'string' ? parse(text).document : text
  return check(document, { law, today: '2026-11-22', rules: [rule], ...options }).findings
}

/** The first evidence of each finding, '' where something is missing. */
export function found(...question: Parameters<typeof findings>): string[] {
  return findings(...question).map(({ evidence }) => evidence[0] ?? '')
}
