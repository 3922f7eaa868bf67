import { nodesOf, type PolicyDocument } from '../../../src/core/document.ts'
import { fold, squash } from '../../../src/core/fold.ts'

/** What a reader of a policy finds in it, the space within its texts aside, so that two readings can be compared. */
export function findings(document: PolicyDocument) {
  const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => squash(text))
  return {
    title: squash(document.title.text),
    organisation: squash(document.organisation.legalName),
    selfTerm: document.organisation.selfTerm,
    sections: nodesOf(document, 'section').map(
      ({ number, heading, kind, level }) =>
        `${level} ${squash(fold(number))} ${squash(heading)} ${kind}`,
    ),
    purposes: texts(nodesOf(document, 'purpose')),
    exceptions: nodesOf(document, 'exceptionClause').map(
      ({ text, basis }) => `${squash(text)} ${basis}`,
    ),
    measures: nodesOf(document, 'safetyMeasure').map(
      ({ text, category }) => `${squash(text)} ${category}`,
    ),
    partners: nodesOf(document, 'jointUsePartner').map(({ name }) => squash(name)),
    contacts: nodesOf(document, 'contact').map(({ name, postalCode, address, tel, email, url }) =>
      [name, postalCode, address, tel, email, url].map((value) => squash(value ?? '')).join('|'),
    ),
    dates: document.dates.map(({ kind, date }) => `${kind} ${date}`),
  }
}
