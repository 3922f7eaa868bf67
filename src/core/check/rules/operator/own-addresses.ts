import type { Range } from '../../../render/printed.ts'
import { fact } from '../../fact.ts'
import { matches } from '../../search.ts'

export const postalSign = /〒|(?<![0-9-])[0-9]{3}-[0-9]{4}(?![0-9-])/u

/** A place in Japan down to its municipality, or what follows the label of an address. */
const place =
  /(?:東京都|北海道|(?:京都|大阪)府|[\p{Script=Han}]{2,3}県)[\p{Script=Han}ぁ-んァ-ヶー]{1,12}?[市区町村郡][^、。「」()]{0,40}|(?:住所|所在地|所在|本社|本店)[:\s]?[^、。「」()]{0,4}(?:\p{Script=Han}{1,8}[市区町村]|[0-9]{1,3}丁目|[0-9]{1,4}-[0-9]{1,3})[^、。「」()]{0,40}/gu

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
    place,
    ({ section, key }) =>
      placed.test(key) &&
      section?.node.kind !== 'accreditedOrganisation' &&
      section?.node.kind !== 'foreignTransfer',
  ),
])
