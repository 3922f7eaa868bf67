import { headingOf, labelOf, nodesOf, type PolicyDocument, type Section } from '../document.ts'
import { placeName } from '../merge/place-name.ts'
import type { OrganisationPart, Place } from './places.ts'
import { type PrintedPlace, printedPlaces, recordsIn } from './printed-places.ts'

type Words = { readonly ja: string; readonly en: string }

/** What people call the places that changed, by the working copy and, for what is gone, by the edition. */
export function namesOf(working: PolicyDocument, edition: PolicyDocument): (place: Place) => Words {
  const documents = [working, edition]
  const printing = documents.flatMap(printedPlaces)
  const sections = new Map(
    [edition, working].flatMap((document) =>
      nodesOf(document, 'section').map((section): [string, Section] => [section.id, section]),
    ),
  )
  const heading = (id: string) => {
    const section = sections.get(id)
    return section ? headingOf(section).replace(/\n/gu, '') : id
  }
  return (place) => {
    switch (place.of) {
      case 'policy':
        return placeName({ collection: 'policy', id: '', field: place.field }, documents)
      case 'organisation':
        return organisationWords[place.field]
      case 'section':
        return placeName({ collection: 'sections', id: place.id, field: '' }, documents)
      case 'order':
        return place.parent === null
          ? { ja: '条項の順序', en: 'the order of the sections' }
          : {
              ja: `条項「${heading(place.parent)}」の中の順序`,
              en: `the order within section “${heading(place.parent)}”`,
            }
      case 'record': {
        const name = placeName({ collection: place.kind, id: place.id, field: '' }, documents)
        const where = whereOf(place.key, printing)
        return where.length === 0
          ? name
          : { ja: `${name.ja}（${where.join('、')}）`, en: `${name.en} (${where.join(', ')})` }
      }
      case 'language': {
        const name = languageWords[place.language]
        return name ?? { ja: `言語「${place.language}」`, en: `the language \`${place.language}\`` }
      }
    }
  }
}

/** The sections that print a record, each as short as it can be told. */
function whereOf(key: string, printing: readonly PrintedPlace[]): readonly string[] {
  const found = new Map<string, string>()
  for (const place of printing) {
    const { section } = place
    if (section && !found.has(section.id) && recordsIn(place).has(key))
      found.set(section.id, labelOf(section).trim() || section.heading)
  }
  return [...found.values()]
}

const organisationWords: { readonly [P in OrganisationPart]: Words } = {
  legalName: { ja: '事業者の名称', en: 'the name of the organisation' },
  selfTerm: { ja: '事業者の自称', en: 'what the organisation calls itself' },
  representatives: { ja: '事業者の代表者', en: 'the representatives of the organisation' },
  address: { ja: '事業者の住所', en: 'the address of the organisation' },
  corporateNumber: { ja: '法人番号', en: 'the corporate number' },
  url: { ja: '事業者のウェブサイト', en: 'the website of the organisation' },
}

const languageWords: { readonly [language: string]: Words } = {
  ja: { ja: '日本語の本文', en: 'the Japanese text' },
  en: { ja: '英語の本文', en: 'the English text' },
}
