import { type Change, defineChange, type Selection } from '../define-change.ts'

type Renaming = {
  readonly from: string
  readonly to: string
  /** The last day of the old name, if it is known. */
  readonly until?: string | null
}

/** Renames a joint-use partner wherever it bears the name, in the language in which it does, and keeps the old name. */
export function renamePartner(
  { from, to, until = null }: Renaming,
  select: Omit<Selection, 'collections'> = {},
): Change<'jointUsePartners'> {
  return defineChange({
    title: `共同利用者「${from}」を「${to}」に改称`,
    select: { where: { name: from }, ...select, collections: ['jointUsePartners'] },
    change: ({ name, formerNames }) => {
      const bearing = Object.entries(name).filter(([, own]) => own === from)
      if (bearing.length === 0 || from === to) return null
      const named = (text: string) =>
        Object.fromEntries(bearing.map(([language]) => [language, text]))
      return {
        name: { ...name, ...named(to) },
        formerNames: [...formerNames, { name: named(from), until }],
      }
    },
  })
}
