import { namesIn } from '../../parse/names.ts'
import { likeness, profileOf } from '../likeness.ts'
import type { Matching } from '../matching.ts'
import type { Change, ChangeOf } from './change.ts'
import { type Facts, type Fate, made, standing, told } from './facts.ts'

/** Who takes part. The same record under another name was renamed; another record in its place replaced it. */
export function partners(facts: Facts, hasPermanentIds: boolean): readonly ChangeOf<'partner'>[] {
  const howOf = (fate: Fate<'jointUsePartner'>) => {
    const { before, after } = fate
    const [one, other] = [before[0]?.node, after[0]?.node]
    if (!one || !other) return made(fate)
    if (one.name === other.name) return 'changed'
    const isSame = hasPermanentIds
      ? one.id === other.id
      : isAlike(one.name, other.name) || (one.url !== undefined && one.url === other.url)
    return isSame ? 'renamed' : 'replaced'
  }
  return facts.of('jointUsePartner').map((fate) => ({
    of: 'partner',
    how: howOf(fate),
    ...told(fate),
  }))
}

export function jointUsePurposes(facts: Facts): readonly ChangeOf<'jointUsePurpose'>[] {
  return facts
    .of('jointUsePurpose')
    .map((fate) => ({ of: 'jointUsePurpose', how: made(fate), ...told(fate) }))
}

export function jointUseData(facts: Facts): readonly ChangeOf<'jointUseData'>[] {
  return facts
    .of('jointUseDataItem')
    .map((fate) => ({ of: 'jointUseData', how: made(fate), ...told(fate) }))
}

/**
 * What is said of joint use as such. Of who answers for the data (27条6項) it matters whether that is another operator or
 * the same with another name or address.
 */
export function jointUseStatements({ before, after }: Matching, facts: Facts): readonly Change[] {
  const operators = [before.organisation, after.organisation] as const

  return facts.of('jointUseStatement').map((fate): Change => {
    const { about } = standing(fate)
    return about === 'manager'
      ? { of: 'responsibleOperator', how: answering(fate, operators), ...told(fate) }
      : { of: 'jointUseStatement', how: made(fate), ...told(fate), about }
  })
}

type Operator = Matching['before']['organisation']

function answering(fate: Fate<'jointUseStatement'>, operators: readonly [Operator, Operator]) {
  const how = made(fate)
  if (how !== 'changed') return how
  const { before, after } = told(fate)
  const [one, other] = [nameIn(before ?? '', operators[0]), nameIn(after ?? '', operators[1])]
  if (one === undefined || other === undefined || one === other) return 'changed'
  return isAlike(one, other) ? 'renamed' : 'replaced'
}

/** Who is named; 当社 is the operator itself. */
const nameIn = (text: string, { selfTerm, legalName }: Operator): string | undefined =>
  namesIn(text, false)[0]?.name ??
  (selfTerm !== '' && text.includes(selfTerm) && legalName !== '' ? legalName : undefined)

/** Names without the legal form that they share with half of all others. */
const isAlike = (one: string, other: string) =>
  likeness(profileOf(core(one)), profileOf(core(other))) >= 0.5
const core = (name: string) =>
  name.replace(/株式会社|有限会社|合同会社|(?:一般|公益)(?:社団|財団)法人/gu, '') || name
