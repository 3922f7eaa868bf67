import { shortened } from '../../shortened.ts'
import { type Change, defineChange, type Selection } from '../define-change.ts'

export const clauseCollections = ['exceptionClauses', 'purposes', 'safetyMeasures'] as const

type Rewording = {
  /** The whole text as it stands, or the statutory ground of exceptions (`appi-27-1-1`). */
  readonly from: { readonly text: string } | { readonly basis: string }
  readonly to: string
  readonly language: string
}

/** Words a clause anew wherever it stands, letter for letter or by its ground in the statute. */
export function replaceClause(
  { from, to, language }: Rewording,
  select: Partial<Selection<(typeof clauseCollections)[number]>> = {},
): Change<(typeof clauseCollections)[number]> {
  const collections = select.collections ?? clauseCollections
  const meant = 'text' in from ? from.text : from.basis
  return defineChange({
    title: `条項「${shortened(meant, 30)}」の文言の変更`,
    select: {
      ...select,
      collections: 'basis' in from ? ['exceptionClauses'] : collections,
    },
    change: (record) => {
      const isMeant =
        'text' in from
          ? record.text[language] === from.text
          : 'basis' in record && record.basis === from.basis
      return isMeant && record.text[language] ? { text: { ...record.text, [language]: to } } : null
    },
  })
}
