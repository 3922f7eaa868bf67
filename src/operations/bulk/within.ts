/** Where somebody may write: nothing outside of it is planned, shown or written. */
export type Within = {
  /** Ids; or all there are. */
  readonly organisations: 'all' | readonly string[]
  /** Whether the shared library too. */
  readonly library: boolean
}

export const everywhere: Within = { organisations: 'all', library: true }

export const isWithin = ({ organisations, library }: Within, organisation: string | null) =>
  organisation === null ? library : organisations === 'all' || organisations.includes(organisation)
