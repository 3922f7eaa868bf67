import { type Waived, type Waiver, waive } from '../../core/check/waiver.ts'
import { bringsText, type EditionHead, type EditionKind } from '../../core/edition/index.ts'
import type { PolicyRecords } from '../../core/records.ts'
import { checkDocuments } from '../checking/check-policy.ts'
import type { PolicyFinding } from '../checking/policy-finding.ts'
import type { Documents } from '../policy/compose-all.ts'
import { OperationRefused } from '../refused.ts'
import type { Settings } from '../settings.ts'

/** A text that is to be published, and as which edition. */
type Text = {
  readonly coming: { readonly kind: EditionKind; readonly effectiveFrom: string }
  readonly printed: Documents
  /** The pending edition that it takes the place of, with the change carried in. */
  readonly reissues?: Pick<EditionHead, 'number' | 'effectiveFrom'>
}
/** What was found in each text; null where it is not checked. */
type Found = readonly (readonly PolicyFinding[] | null)[]

/**
 * Lets texts pass whose errors are all suppressed or waived, and gives what was waived in each. One waiver counts for a
 * finding in every text that has it.
 *
 * @throws OperationRefused naming each error that is left, or each waiver that names no finding
 */
export function passGate(
  texts: readonly Text[],
  found: Found,
  waivers: readonly Waiver[],
): readonly (readonly Waived[])[] {
  if (found.every((its) => its === null)) {
    if (waivers.length) throw nothingToWaive
    return texts.map(() => [])
  }
  const byKey = new Map<string, Met>()
  for (const [i, its] of found.entries())
    for (const finding of its ?? [])
      if (!byKey.has(finding.key)) byKey.set(finding.key, { finding, text: texts[i] as Text })
  const all = [...byKey.values()]
  const result = waive(
    all.map(({ finding }) => finding),
    waivers,
  )
  if ('problems' in result) throw waiversRefused(result.problems)
  const passed = new Set(result.waived.map(({ key }) => key))
  const left = all.filter(
    ({ finding: { key, severity } }) => severity === 'error' && !passed.has(key),
  )
  if (left.length) throw unwaived(left)
  return found.map((its) => {
    const own = new Set(its?.map(({ key }) => key))
    return result.waived.filter(({ key }) => own.has(key))
  })
}

/** A finding, and the first text that it was made in. */
type Met = { readonly finding: PolicyFinding; readonly text: Text }

/**
 * What the gate is asked about: checked once, whatever is waived of it. Kinds are checked that bring a text of today; an
 * old text was published long ago, and a withdrawal or a repeal brings none.
 */
export function findingsIn(
  texts: readonly Text[],
  { records, today }: { readonly records: PolicyRecords; readonly today: string },
  settings: Settings,
): Found {
  return texts.map(({ coming, printed }) => {
    if (!settings.publishingGate || !bringsText[coming.kind]) return null
    const days = { today, effectiveFrom: coming.effectiveFrom }
    return checkDocuments(printed, records, days, settings).findings
  })
}

const unwaived = (left: readonly Met[]) =>
  new OperationRefused(
    'findings-unwaived',
    {
      ja: `点検のエラーが${left.length}件残っているため、公表できません。直すか、理由を付けて認めてください。${left.map((one) => `［${one.finding.key}］${where(one).ja}${one.finding.message.ja}`).join('')}`,
      en: `The check has ${left.length === 1 ? 'an error' : `${left.length} errors`}. Mend ${left.length === 1 ? 'it, or waive it' : 'them, or waive each'} with a reason. ${left.map((one) => `[${one.finding.key}] ${where(one).en}${one.finding.message.en}`).join(' ')}`,
    },
    left.map(
      ({ finding: { key, ruleId, language, message, law, opens, place }, text: { reissues } }) => ({
        key,
        ruleId,
        language,
        message,
        law,
        opens,
        text: place.text,
        ...(reissues && { reissues: reissues.number }),
      }),
    ),
  )

/** In which text, if it is not the one that is published first, and at which words. */
const where = ({ finding: { place }, text: { reissues } }: Met) => {
  const edition = reissues
    ? {
        ja: `第${reissues.number}版（${reissues.effectiveFrom} 施行）を再公表する本文: `,
        en: `In the text that edition ${reissues.number}, in force from ${reissues.effectiveFrom}, is published again with: `,
      }
    : { ja: '', en: '' }
  return place.text
    ? { ja: `${edition.ja}「${place.text}」: `, en: `${edition.en}“${place.text}”: ` }
    : edition
}

const waiversRefused = (problems: readonly { readonly ja: string; readonly en: string }[]) =>
  new OperationRefused(
    'waivers-refused',
    {
      ja: problems.map(({ ja }) => ja).join(''),
      en: problems.map(({ en }) => en).join(' '),
    },
    problems.map((message) => ({ message })),
  )

const nothingToWaive = new OperationRefused('waivers-refused', {
  ja: 'この公表は点検されないため、認める指摘がありません。waivers を外してください。',
  en: 'This publication is not checked, so there is nothing to waive. Leave out the waivers.',
})
