import { renamePartner } from '../../core/bulk/changes/rename-partner.ts'
import { clauseCollections, replaceClause } from '../../core/bulk/changes/replace-clause.ts'
import { replaceText } from '../../core/bulk/changes/replace-text.ts'
import { type Assignment, readAssignment, setFields } from '../../core/bulk/changes/set-fields.ts'
import type { Selection } from '../../core/bulk/define-change.ts'
import { bulkCollections } from '../../core/bulk/records.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, type Settings } from '../settings.ts'
import { updateLawCitations } from './law-citations.ts'
import type { Plannable } from './plan.ts'

type Select = { readonly select?: Partial<Selection> }

/** The common changes, as they are asked for: by the command, and by programs as JSON. */
export type ChangeRequest =
  | ({
      readonly change: 'rename-partner'
      readonly from: string
      readonly to: string
      /** The last day of the old name. */
      readonly until?: string
    } & Select)
  | {
      readonly change: 'set'
      /** Each `organisation.field=value`. */
      readonly assignments: readonly string[]
    }
  | ({
      readonly change: 'replace-clause'
      readonly to: string
      /** The whole text as it stands; or `basis`, the ground of exceptions. */
      readonly from?: string
      readonly basis?: string
      /** @default the base language */
      readonly language?: string
    } & Select)
  | ({
      readonly change: 'replace-text'
      readonly from: string
      readonly to: string
      readonly regularExpression?: boolean
      readonly wholeWord?: boolean
    } & Select)
  | ({ readonly change: 'update-law-citations' } & Select)

type Making = {
  readonly [C in ChangeRequest['change']]: (
    request: Extract<ChangeRequest, { readonly change: C }>,
    settings: Settings,
  ) => Plannable
}

const making: Making = {
  'rename-partner': ({ from, to, until = null, select = {} }) =>
    renamePartner({ from, to, until }, select),
  set: ({ assignments }, { locales }) =>
    setFields(assignments.map(assignmentIn), Object.keys(locales)),
  'replace-clause': ({ from, basis, to, language, select = {} }, settings) => {
    if ((from === undefined) === (basis === undefined)) throw oneOf
    const { collections, ...rest } = select
    const clauses = clauseCollections.filter((one) => collections?.includes(one))
    return replaceClause(
      {
        from: from === undefined ? { basis: basis ?? '' } : { text: from },
        to,
        language: language ?? baseLanguage(settings),
      },
      { ...rest, ...(collections && { collections: clauses }) },
    )
  },
  'replace-text': ({ from, to, regularExpression = false, wholeWord = false, select = {} }) =>
    replaceText(
      { from, to, regularExpression, wholeWord },
      { collections: bulkCollections, ...select },
    ),
  'update-law-citations': ({ select = {} }, settings) => updateLawCitations(settings, select),
}

/** The names of the common changes. */
export const changeNames = Object.keys(making) as readonly ChangeRequest['change'][]

/**
 * The change that is asked for.
 *
 * @throws OperationRefused for an assignment that is none, or a clause that is named in two ways or in none
 * @throws ReplacementRefused for a regular expression that is none
 */
export function changeAsked(request: ChangeRequest, settings: Settings): Plannable {
  return making[request.change](request as never, settings)
}

function assignmentIn(text: string): Assignment {
  const assignment = readAssignment(text)
  if (assignment) return assignment
  throw new OperationRefused('bad-request', {
    ja: `「${text}」を読み取れません。事業者.項目=値 の形で指定してください（例: aoba.address=東京都…）。`,
    en: `Cannot read \`${text}\`. Write it like ORGANISATION.FIELD=VALUE.`,
  })
}

const oneOf = new OperationRefused('bad-request', {
  ja: '今の全文（from）か、例外の根拠（basis）の、どちらか一方を指定してください。',
  en: 'Give either `from`, the whole text, or `basis`, the ground of exceptions.',
})
