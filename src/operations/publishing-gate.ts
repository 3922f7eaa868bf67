import { type Waived, type Waiver, waive } from '../core/check/waiver.ts'
import { bringsText, type EditionKind } from '../core/edition/index.ts'
import type { PolicyRecords } from '../core/records.ts'
import { checkDocuments } from './check-policy.ts'
import type { Documents } from './compose-all.ts'
import type { PolicyFinding } from './policy-finding.ts'
import { OperationRefused } from './refused.ts'
import type { Settings } from './settings.ts'

type Asked = {
  readonly coming: { readonly kind: EditionKind; readonly effectiveFrom: string }
  /** As they will be printed. */
  readonly documents: Documents
  readonly records: PolicyRecords
  readonly waivers: readonly Waiver[]
  readonly today: string
}

/**
 * Lets a text pass whose errors are all suppressed or waived, and gives what was waived. It asks kinds that bring a
 * text of today; an old text was published long ago, and a withdrawal or a repeal brings none.
 *
 * @throws OperationRefused naming each error that is left, or each waiver that names no finding
 */
export function passGate(asked: Asked, settings: Settings): readonly Waived[] {
  const { coming, documents, records, waivers, today } = asked
  if (!settings.publishingGate || !bringsText[coming.kind]) {
    if (waivers.length) throw nothingToWaive
    return []
  }
  const { findings } = checkDocuments(
    documents,
    records,
    { today, effectiveFrom: coming.effectiveFrom },
    settings,
  )
  const result = waive(findings, waivers)
  if ('problems' in result) throw waiversRefused(result.problems)
  const passed = new Set(result.waived.map(({ key }) => key))
  const left = findings.filter(({ key, severity }) => severity === 'error' && !passed.has(key))
  if (left.length) throw unwaived(left)
  return result.waived
}

const unwaived = (findings: readonly PolicyFinding[]) =>
  new OperationRefused(
    'findings-unwaived',
    {
      ja: `点検のエラーが${findings.length}件残っているため、公表できません。直すか、理由を付けて認めてください。${findings.map((one) => `［${one.key}］${where(one).ja}${one.message.ja}`).join('')}`,
      en: `The check has ${findings.length === 1 ? 'an error' : `${findings.length} errors`}. Mend ${findings.length === 1 ? 'it, or waive it' : 'them, or waive each'} with a reason. ${findings.map((one) => `[${one.key}] ${where(one).en}${one.message.en}`).join(' ')}`,
    },
    findings.map(({ key, ruleId, language, message, law, opens, place }) => ({
      key,
      ruleId,
      language,
      message,
      law,
      opens,
      text: place.text,
    })),
  )

const where = ({ place: { text } }: PolicyFinding) =>
  text ? { ja: `「${text}」: `, en: `“${text}”: ` } : { ja: '', en: '' }

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
