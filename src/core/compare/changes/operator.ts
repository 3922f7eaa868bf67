import type { DocumentOrganisation } from '../../document.ts'
import type { Matching } from '../matching.ts'
import type { ChangeOf, OperatorField } from './change.ts'

const fields = {
  legalName: ({ legalName }) => legalName,
  selfTerm: ({ selfTerm }) => selfTerm,
  representatives: ({ representatives }) =>
    representatives.map(({ title, name }) => `${title} ${name}`.trim()).join('\n'),
  postalCode: ({ postalCode }) => postalCode,
  address: ({ address }) => address,
  corporateNumber: ({ corporateNumber }) => corporateNumber,
  url: ({ url }) => url,
  service: ({ service }) =>
    service && [service.name, service.selfTerm, service.url].filter(Boolean).join('\n'),
} satisfies {
  readonly [F in OperatorField]: (organisation: DocumentOrganisation) => string | undefined
}

/** What the policy says of who issues it. */
export function operator({ before, after }: Matching): readonly ChangeOf<'operator'>[] {
  return (Object.keys(fields) as OperatorField[]).flatMap((field) => {
    const [one, other] = [before, after].map(
      ({ organisation }) => fields[field](organisation) || null,
    )
    return one === other
      ? []
      : {
          of: 'operator',
          how: 'changed',
          before: one ?? null,
          after: other ?? null,
          where: { before: null, after: null },
          field,
        }
  })
}

export function title({ before, after }: Matching): readonly ChangeOf<'title'>[] {
  const [one, other] = [before.title.text, after.title.text]
  const where = { before: null, after: null }
  return one === other ? [] : [{ of: 'title', how: 'changed', before: one, after: other, where }]
}
