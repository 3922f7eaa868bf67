import { nodesOf } from '../../document.ts'
import { placesOf, type Rule } from './duty.ts'

export const jointUseParticulars: Rule = {
  articles: [{ article: '27', paragraph: '6' }],
  asks: ['notify', 'publish'],
  when: 'withoutDelay',
  reason: {
    ja: '共同利用の管理について責任を有する者の氏名、名称若しくは住所又は法人の代表者の氏名に変更があったときは、遅滞なく、その旨を本人に通知するか、本人が容易に知り得る状態に置かなければなりません。',
    en: 'Where the name or address of the operator that answers for joint use, or the name of its representative, has changed, this must be notified to the person or made readily accessible without delay.',
  },
  applies: (comparison) => {
    const { after } = comparison.matching
    const statements = nodesOf(after, 'jointUseStatement').filter(
      ({ about }) => about === 'manager',
    )
    const { selfTerm, legalName } = after.organisation
    const isOwn = statements.some(({ text }) =>
      [selfTerm, legalName].some((name) => name !== '' && text.includes(name)),
    )
    return placesOf(
      comparison,
      (change) =>
        (change.of === 'responsibleOperator' &&
          (change.how === 'renamed' || change.how === 'changed')) ||
        (isOwn && change.of === 'operator' && particulars.has(change.field)),
    )
  },
}

const particulars: ReadonlySet<string> = new Set(['legalName', 'address', 'representatives'])
