import { entityKind } from '../../parse/contact-lines.ts'
import { fact } from '../fact.ts'
import { says } from '../search.ts'

/** Whether the operator is a legal person by its name; a shop or a person without a legal form is not known to be one. */
export const isLegalPerson = fact(({ document: { organisation } }) =>
  entityKind.test(organisation.legalName),
)

/** Whether the text sends its readers elsewhere for who the operator is: 会社概要, 特定商取引法に基づく表記. */
export const pointsToProfile = fact((analysis) =>
  says(
    analysis,
    /(?:会社|企業|法人|団体|学校|病院|協会|組織|運営者?)(?:概要|情報|案内)(?:ページ)?(?:を|に|は|へ|」|』|に記載)|特定商取引(?:に関する)?法?(?:に基づく|の)?表[記示]/u,
  ),
)
