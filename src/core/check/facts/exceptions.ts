import type { ExceptionClause, ExceptionScope } from '../../document.ts'
import { key } from '../../fold.ts'
import type { Range } from '../../render/printed.ts'
import type { Analysis, SectionPlace } from '../analysis.ts'
import { fact } from '../fact.ts'

/** An exception where it prints, without its marker. */
export type ExceptionPlace = Range & {
  readonly node: ExceptionClause
  readonly section: SectionPlace | null
  readonly key: string
}

const all = fact(({ of }) =>
  of('exceptionClause').map(
    ({ node, start, end, section }): ExceptionPlace => ({
      node,
      start: start + (node.marker?.length ?? 0),
      end,
      section,
      key: key(node.text),
    }),
  ),
)

/**
 * The exceptions from provision, of refusal or for cease of use, in reading order. Sensitive information in the financial
 * sector is neither acquired nor used nor provided but for a list of its own (金融分野ガイドライン5条1項), whose items
 * are no words of 27条1項.
 */
export const exceptionsOf = {
  provision: fact((analysis) => {
    const isSensitive = new Map<SectionPlace | null, boolean>([[null, false]])
    return ofScope(all(analysis), 'third-party-provision').filter(({ section }) => {
      const known =
        isSensitive.get(section) ?? (section !== null && isOfSensitive(section, analysis))
      isSensitive.set(section, known)
      return !known
    })
  }),
  refusal: fact((analysis) => ofScope(all(analysis), 'disclosure-refusal')),
  cease: fact((analysis) => ofScope(all(analysis), 'utilisation-cease')),
}

function isOfSensitive({ node, start, end }: SectionPlace, { text }: Analysis): boolean {
  return (
    /機微|センシティブ/u.test(key(node.heading)) ||
    /(?:機微|センシティブ|要配慮個人情報)[^。]*取得[、・]利用(?:又は|または|若しくは|もしくは|及び|および|・|、)第三者(?:へ|に)?の?提供/u.test(
      key(text.slice(start, end)),
    )
  )
}

function ofScope(places: readonly ExceptionPlace[], scope: ExceptionScope): ExceptionPlace[] {
  return places.filter(({ node }) => node.appliesTo === scope)
}
