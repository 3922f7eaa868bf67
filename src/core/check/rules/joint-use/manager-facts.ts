import { appi, type LawBasis } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import type { JointUseFactId } from '../../../law/joint-use-facts.ts'
import type { Words } from '../../../words.ts'
import type { Analysis } from '../../analysis.ts'
import { jointUseManagers } from '../../facts/joint-use-managers.ts'
import {
  givesAddress,
  givesRepresentative,
  pointsToDetails,
  statedAddressOf,
  statedRepresentativeOf,
} from '../../facts/operator-details.ts'
import type { Rule } from '../../rule.ts'

/** What is asked of the operator responsible for joint use since 2022-04-01, besides its name. */
type ManagerFact = {
  readonly fact: JointUseFactId
  readonly title: Words
  /** Whether the text on joint use gives it. */
  readonly givenIn: (key: string) => boolean
  /** Whether the text gives it elsewhere, of the operator that these words name. */
  readonly statedOf: (analysis: Analysis, words: string) => boolean
  /** …（「株式会社…」）の住所 */
  readonly name: (manager: string) => Words
  readonly missing: (manager: string, basis: LawBasis) => Words
}

export const managerFacts = {
  address: {
    fact: 'managerAddress',
    title: {
      ja: '共同利用の責任者の住所',
      en: 'Address of the operator responsible for joint use',
    },
    givenIn: givesAddress,
    statedOf: statedAddressOf,
    name: (manager) => ({
      ja: `共同利用の責任者（「${manager}」）の住所`,
      en: `The address of the operator responsible for joint use (“${manager}”)`,
    }),
    missing: (manager, { article }) => ({
      ja: `共同利用の責任者（「${manager}」）の住所が書かれていません。2022年4月1日から、${article.ja}は責任を有する者の住所も求めています。ここに住所を書いてください。`,
      en: `The address of the operator responsible for joint use (“${manager}”) is not stated. Since 1 April 2022 ${article.en} asks for it. State it here.`,
    }),
  },
  representative: {
    fact: 'managerRepresentative',
    title: {
      ja: '共同利用の責任者の代表者',
      en: 'Representative of the operator responsible for joint use',
    },
    givenIn: givesRepresentative,
    statedOf: statedRepresentativeOf,
    name: (manager) => ({
      ja: `共同利用の責任者（「${manager}」）の代表者の氏名`,
      en: `The name of the representative of the operator responsible for joint use (“${manager}”)`,
    }),
    missing: (manager, { article }) => ({
      ja: `共同利用の責任者（「${manager}」）の代表者の氏名が書かれていません。2022年4月1日から、${article.ja}は、法人ならその代表者の氏名も求めています。ここに役職と氏名を書いてください。`,
      en: `The representative of the operator responsible for joint use (“${manager}”) is not named. Since 1 April 2022 ${article.en} asks for the name of a corporation’s representative. State it here.`,
    }),
  },
} as const satisfies { readonly [name: string]: ManagerFact }

/**
 * A rule on one of them, asked for in the very text on joint use: what another page of the operator says does not count,
 * and whether what this text says elsewhere is enough is a question.
 */
export function managerRule(id: string, row: ManagerFact): Rule {
  return {
    id,
    title: row.title,
    severity: 'error',
    basis: appi('27-5-3'),
    *check(analysis, { law, day }) {
      if (!law.jointUseFactsOn(day).some((one) => one.id === row.fact)) return
      const basis = appiOn(day, '27-5-3')
      for (const { use, manager } of jointUseManagers(analysis)) {
        if (row.givenIn(use.key) || pointsToDetails(use.key)) continue
        const isOnlyElsewhere = row.statedOf(analysis, manager.text)
        yield {
          at: manager,
          law: basis,
          ...(isOnlyElsewhere && { severity: 'warning' as const, isQuestion: true }),
          message: isOnlyElsewhere
            ? elsewhere(row.name(inLine(manager.text)), basis)
            : row.missing(inLine(manager.text), basis),
        }
      }
    },
  }
}

const inLine = (words: string) => words.replace(/\s+/gu, ' ').trim()

const elsewhere = (name: Words, { article }: LawBasis): Words => ({
  ja: `${name.ja}は、この文書の別の箇所にありますが、共同利用の記載にはありません。${article.ja}の事項がひと目で分かるように、ここにも書くか、書いてある箇所を示してください。`,
  en: `${name.en} stands elsewhere in this text, but not with the joint use. State it here too, or say where it stands, so that what ${article.en} asks for is seen together.`,
})
