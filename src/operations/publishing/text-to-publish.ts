import { type EditionHead, replacedBy } from '../../core/edition/index.ts'
import {
  type PickableChange,
  type Picked,
  pick,
  pickableChanges,
  type Sides,
  sidesOf,
  taken,
} from '../../core/partial/index.ts'
import type { PolicyRecords } from '../../core/records.ts'
import type { Replacing, StoredEdition } from '../editions/stored-editions.ts'
import { composeAll, composeWhole, type Documents } from '../policy/compose-all.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, type Settings } from '../settings.ts'
import type { Published } from './publication.ts'

/** What of a working copy is to be published: all of it, or some of its changes in the text of an edition. */
type Selection = Replacing & {
  /** The keys of the changes; null for all that the working copy says. */
  readonly only: readonly string[] | null
}

type TextToPublish = {
  readonly documents: Documents
  readonly incomplete: Published['incomplete']
  /** The changes that are in it, and which of them were not asked for; null when nothing was held back. */
  readonly taken: Picked['taken'] | null
}

type Known = {
  readonly records: PolicyRecords
  /** With the texts that this one may replace, if it is a part. */
  readonly editions: readonly StoredEdition[]
  readonly settings: Settings
}

/**
 * The text of a working copy, or of some of its changes: these as the working copy says, all else as the edition says
 * whose place it takes. That is the one in force on the day, so nothing of a pending edition comes into force before
 * its own day.
 *
 * @throws OperationRefused when the base language is not whole, nothing was picked, or what was picked is not there
 */
export function textToPublish(selection: Selection, known: Known): TextToPublish {
  const { settings } = known
  const { only } = selection
  if (only === null) {
    const { documents, incomplete } = composeAll(known.records, settings)
    return { documents, incomplete, taken: null }
  }
  if (only.length === 0) throw nothingPicked
  const { sides, documents: whole, incomplete: missing } = sidesFor(selection, known)
  const picked = pick(sides, only)
  if (picked.unknown.length) throw unknownChanges(picked)
  const composed = composeWhole(taken(sides, picked.keys), settings)
  // A new language goes along with all there is, so its text is the working copy's.
  const added = sides.newLanguages.filter((language) => picked.keys.has(`languages/${language}`))
  return {
    documents: {
      ...composed.documents,
      ...Object.fromEntries(
        added.flatMap((language) => whole[language] ?? []).map((one) => [one.locale, one]),
      ),
    },
    incomplete: { ...onlyNew(missing, sides), ...composed.incomplete },
    taken: picked.taken,
  }
}

export type ChangesToPublish = {
  /** The edition that the rest is taken from. */
  readonly against: Pick<EditionHead, 'number' | 'effectiveFrom' | 'sha256'>
  readonly changes: readonly PickableChange[]
}

/** The changes of a working copy that can be published by themselves. @throws OperationRefused */
export function changesToPublish(selection: Replacing, known: Known): ChangesToPublish {
  const { sides, against } = sidesFor(selection, known)
  const { number, effectiveFrom, sha256 } = against
  return { against: { number, effectiveFrom, sha256 }, changes: pickableChanges(sides) }
}

function sidesFor(
  selection: Replacing,
  { records, editions, settings }: Known,
): {
  readonly sides: Sides
  readonly against: EditionHead
  readonly documents: Documents
  readonly incomplete: Published['incomplete']
} {
  const base = baseLanguage(settings)
  const against = replacedBy(
    selection,
    editions.map(({ head }) => head),
  )
  const edition = editions.find(({ head }) => head.number === against?.number)?.documents
  if (!against || !edition?.[base]) throw nothingToHoldFrom
  const { documents, incomplete, drafts } = composeAll(records, settings)
  const sides = sidesOf({
    edition,
    working: documents,
    drafts,
    incomplete,
    stored: records,
    base,
  })
  return { sides, against, documents, incomplete }
}

/** What is missing in a language that the edition does not have either. */
const onlyNew = (incomplete: Published['incomplete'], { languages }: Sides) =>
  Object.fromEntries(
    Object.entries(incomplete).filter(([language]) => !languages.includes(language)),
  )

const nothingPicked = new OperationRefused('selection-refused', {
  ja: '公表する変更が選ばれていません。変更を1つ以上選ぶか、only を外してすべて公表してください。',
  en: 'No change is picked, so there is nothing to publish. Pick one at least, or leave out `only` to publish all.',
})

const nothingToHoldFrom = new OperationRefused('selection-refused', {
  ja: '選ばなかった変更を据え置くための、公表済みの版がありません。すべての変更を公表してください。',
  en: 'There is no published edition from which the rest could be taken. Publish all changes.',
})

const unknownChanges = ({ unknown, known }: Picked) =>
  new OperationRefused(
    'selection-refused',
    {
      ja: `次の変更は作業中の版にありません: ${unknown.join('、')}。ある変更: ${known.join('、') || 'なし'}`,
      en: `The working copy has no such change: ${unknown.join(', ')}. It has: ${known.join(', ') || 'none'}.`,
    },
    known.map((key) => ({ key })),
  )
