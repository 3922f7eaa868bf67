/**
 * document → findings. The text is analysed once; the rules then run over it, each by itself, in the order of
 * `rules/index.ts`. What they find is given its place, its record and its key here.
 */
import type { PolicyDocument } from '../document.ts'
import type { Law } from '../law/index.ts'
import { type Analysis, analyse } from './analysis.ts'
import { isOfOtherDocument } from './facts/other-documents.ts'
import { isWhole } from './facts/whole.ts'
import type { Finding, Fix } from './finding.ts'
import { pieceAt, placeOf } from './place.ts'
import type { Context, Draft, Rule } from './rule.ts'
import { rules as allRules } from './rules/index.ts'
import { type Suppressed, type Suppression, suppress } from './suppression.ts'

export type CheckOptions = {
  readonly law: Law
  /** The calendar day in Japan, `YYYY-MM-DD`. */
  readonly today: string
  /** The first day that the edition is in force. @default today */
  readonly effectiveFrom?: string
  /** The operator answers on request what 32条1項 lets it answer instead of posting. @default false */
  readonly answersOnRequest?: boolean
  /** Lines of the file in which links stood that the document does not hold. @default none */
  readonly linked?: readonly string[]
  readonly suppressions?: readonly Suppression[]
  /** @default all */
  readonly rules?: readonly Rule[]
}
export type Checked = {
  /** In the order of the text; what is missing comes first. */
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
}

export function check(document: PolicyDocument, options: CheckOptions): Checked {
  const { law, today, effectiveFrom = today, answersOnRequest = false, linked = [] } = options
  const context: Context = { law, today, day: effectiveFrom, answersOnRequest, linked }
  const analysis = analyse(document)
  const found: Finding[] = []
  for (const rule of options.rules ?? allRules) {
    if (!rule.anyLanguage && document.locale !== 'ja') continue
    if (rule.ofWhole && !isWhole(analysis)) continue
    for (const draft of rule.check(analysis, context)) {
      const finding = findingOf(rule, draft, analysis, context)
      if (isSpelling(rule) || !isOfOtherDocument(analysis)(finding.place)) found.push(finding)
    }
  }
  found.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
  return suppress(withKeys(found), options.suppressions ?? [])
}

/** Words are misspelt in any document. */
const isSpelling = ({ id }: Rule) => id.startsWith('txt-')

function findingOf(rule: Rule, draft: Draft, analysis: Analysis, context: Context): Finding {
  const place = placeOf(analysis, draft.at)
  const severity = draft.severity ?? rule.severity
  const evidence = draft.evidence ?? (place.text ? [place.text] : [])
  return {
    key: '',
    ruleId: rule.id,
    severity:
      rule.answeredOnRequest && context.answersOnRequest && severity === 'error'
        ? 'info'
        : severity,
    isQuestion: draft.isQuestion ?? rule.isQuestion ?? false,
    message: draft.message,
    law: draft.law === undefined ? rule.basis : draft.law,
    place,
    evidence,
    fix: fixOf(draft, place, analysis),
  }
}

/** A fix whose edits each stand in one property of one node; null where one does not. */
function fixOf({ fix }: Draft, place: Finding['place'], analysis: Analysis): Fix | null {
  if (fix === undefined) return null
  const { title, edits } =
    typeof fix === 'string'
      ? {
          title: {
            ja: `「${place.text}」を「${fix}」に改める`,
            en: `Change “${place.text}” to “${fix}”`,
          },
          edits: [{ start: place.start, end: place.end, text: place.text, replacement: fix }],
        }
      : fix
  const isSafe = edits.every(({ start, end, text }) => {
    const piece = pieceAt(analysis.pieces, start)
    return (
      piece !== null &&
      piece.start <= start &&
      end <= piece.end &&
      analysis.text.slice(start, end) === text
    )
  })
  return isSafe && edits.length > 0 ? { title, edits } : null
}

/**
 * Keys that hold while other parts of the text change; equal ones are counted. They hold no `=`, for a waiver is written
 * `KEY=REASON`.
 */
function withKeys(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const { ruleId, place, evidence } = finding
    const where = place.record
      ? `${place.record.collection}/${place.record.id}`
      : (place.section ?? '')
    const name = [ruleId, where, place.field ?? '', ...evidence.slice(0, 1)]
      .join('|')
      .replaceAll('=', '＝')
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { ...finding, key: count > 1 ? `${name}|${count}` : name }
  })
}
