import type { Edition, EditionHead } from '../../core/edition/index.ts'
import { extract } from '../../core/extract.ts'
import { type MergeConflict, mergeRecords } from '../../core/merge/merge-records.ts'
import { placeName } from '../../core/merge/place-name.ts'
import { composeWhole, type Documents } from '../policy/compose-all.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, type Settings } from '../settings.ts'

type Texts = Edition['documents']

/**
 * The text of a pending edition with the urgent change carried in: what the urgent edition changed in the edition that
 * the pending one was made from. A place that both changed is for people to decide, and refused.
 *
 * @throws OperationRefused naming the places
 */
export function carriedInto(
  pending: EditionHead,
  { base, urgent, own }: { readonly base: Texts; readonly urgent: Texts; readonly own: Texts },
  settings: Settings,
): Documents {
  const languages = Object.keys(settings.locales).filter((language) => own[language])
  const uneven = Object.keys(settings.locales).filter(
    (language) =>
      Boolean(urgent[language]) !== Boolean(base[language]) &&
      Boolean(urgent[language] ?? own[language]),
  )
  const lost = [...uneven, ...languages.filter((language) => !base[language])]
  if (lost.length) throw cannotCarry(pending, [...new Set(lost)].map(languagePlace))

  const first = baseLanguage(settings)
  const recordsOf = (texts: Texts) => {
    const [one, ...others] = [first, ...languages.filter((language) => language !== first)].flatMap(
      (language) => texts[language] ?? [],
    )
    return one ? extract(one, ...others) : null
  }
  const [before, ours, theirs] = [recordsOf(base), recordsOf(urgent), recordsOf(own)]
  if (!before || !ours || !theirs) throw cannotCarry(pending, [languagePlace(first)])
  const { records, conflicts } = mergeRecords({ base: before, ours, theirs })
  const texts = [own[first], urgent[first], base[first]].flatMap((text) => text ?? [])
  if (conflicts.length)
    throw cannotCarry(
      pending,
      conflicts.map((conflict) => ({ ...conflict, name: placeName(conflict, texts) })),
    )
  const { documents, incomplete } = composeWhole(records, settings)
  const broken = languages.flatMap((language) => incomplete[language] ?? [])
  if (broken.length)
    throw cannotCarry(
      pending,
      broken.map(({ message, ...place }) => ({ ...place, name: placeName(place, texts), message })),
    )
  return Object.fromEntries(Object.entries(documents).filter(([language]) => own[language]))
}

type Place = MergeConflict & { readonly name: { readonly ja: string; readonly en: string } }

const languagePlace = (language: string): Place => ({
  collection: 'policy',
  id: 'policy',
  field: language,
  name: { ja: `言語「${language}」の全体`, en: `the whole text in \`${language}\`` },
})

function cannotCarry({ number, effectiveFrom, policy }: EditionHead, places: readonly Place[]) {
  const list = (language: 'ja' | 'en', join: string) =>
    [...new Set(places.map(({ name }) => name[language]))].join(join)
  return new OperationRefused(
    'not-publishable',
    {
      ja: `この版の変更を施行待ちの第${number}版（${effectiveFrom}）に引き継げません。次の箇所は、どちらの版でも変更されているか、片方の版にしかありません：${list('ja', '、')}。第${number}版を取り下げて（withdraw）公表し、続けて、両方の変更を入れた本文を ${effectiveFrom} 施行で公表してください。`,
      en: `This change cannot be carried into the pending edition ${number} (${effectiveFrom}). Both changed these places, or only one has them: ${list('en', ', ')}. Publish with \`withdraw\`, then publish a text with both changes from ${effectiveFrom}.`,
    },
    places.map((place) => ({
      code: 'reissue-conflict',
      edition: number,
      ...place,
      ...(place.collection === 'policy' && { id: policy }),
    })),
  )
}
