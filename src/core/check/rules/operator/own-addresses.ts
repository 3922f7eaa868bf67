import { key } from '../../../fold.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis, Passage, SectionPlace } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { matches } from '../../search.ts'

export const postalSign = /〒|(?<![0-9-])[0-9]{3}-[0-9]{4}(?![0-9-])/u

/**
 * A place in Japan down to its municipality, whatever prefecture has a municipality and a number behind it, or what
 * follows the label of an address.
 */
const place =
  /[\p{Script=Han}ぁ-んァ-ヶー]{1,5}[都道府県][\p{Script=Han}ぁ-んァ-ヶー]{1,10}?[市区町村郡][\p{Script=Han}ぁ-んァ-ヶー]{0,16}?[0-9一二三四五六七八九十百]+(?:丁目|番町?地?|-[0-9])[^、。「」()]{0,40}|(?:東京都|北海道|(?:京都|大阪)府|[\p{Script=Han}]{2,3}県)[\p{Script=Han}ぁ-んァ-ヶー]{1,12}?[市区町村郡][^、。「」()]{0,40}|(?:住所|所在地|所在|本社|本店)[:\s]?[^、。「」()]{0,4}(?:\p{Script=Han}{1,8}[市区町村]|[0-9]{1,3}丁目|[0-9]{1,4}-[0-9]{1,3})[^、。「」()]{0,40}/gu

/** In the lines of a desk a municipality and a number are an address, whatever prefecture it lies in. */
const atDesk =
  /(?<!\p{Script=Han})[\p{Script=Han}ぁ-んァ-ヶー]{1,8}[市区郡町村][^、。「」()]{1,24}?[0-9一二三四五六七八九十]+(?:丁目|番町?地?|-[0-9])[^、。「」()]{0,40}/gu

const isDesk = (section: SectionPlace | null) =>
  section?.node.kind === 'contact' || section?.node.kind === 'complaints'

/** What every address or its label has. */
const placed = /[都道府県]|住所|所在|本社|本店/u

/** Where the text prints the operator's own address: not those of partners, entrustees or the accredited body. */
export const ownAddresses = fact((analysis): readonly Range[] => [
  ...analysis.of('contact').flatMap(({ node, start, end }) => {
    if (!node.address || node.roles.includes('accreditedOrganisation')) return []
    const at = analysis.text.slice(start, end).indexOf(node.address)
    return at < 0 ? [] : { start: start + at, end: start + at + node.address.length }
  }),
  ...analysis
    .of('value')
    .filter(({ node }) => node.of === 'organisation' && node.field === 'address'),
  ...matches(
    analysis,
    atDesk,
    ({ kind, section, node }) =>
      (kind === 'contact' || (isDesk(section) && kind === 'paragraph')) &&
      section?.node.kind !== 'accreditedOrganisation' &&
      !(node.type === 'contact' && node.roles.includes('accreditedOrganisation')),
  ),
  ...matches(
    analysis,
    place,
    (passage) =>
      placed.test(passage.key) &&
      passage.section?.node.kind !== 'foreignTransfer' &&
      (passage.section?.node.kind !== 'accreditedOrganisation' ||
        isBelowOperator(analysis, passage)),
  ),
])

/** A signature closes whatever section stands last. */
function isBelowOperator({ passages, document }: Analysis, passage: Passage): boolean {
  const name = key(document.organisation.legalName)
  const at = passages.indexOf(passage)
  return (
    name !== '' && passages.slice(Math.max(0, at - 3), at).some((one) => one.key.includes(name))
  )
}
