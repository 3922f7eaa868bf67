import { type Block, datesOf, type PolicyDocument, type Section } from '../document.ts'

/** Whether a block or section was written from the editions, and states nothing of the records. */
export const isGenerated = (child: Block | Section): boolean =>
  'generated' in child && child.generated === true

/** The document as its records state it: itself, if nothing in it was written from the editions. */
export function withoutGenerated(document: PolicyDocument): PolicyDocument {
  if (!document.children.some(isGenerated)) return document
  const stated = {
    ...document,
    children: document.children.filter((child) => !isGenerated(child)),
  }
  return { ...stated, dates: datesOf(stated) }
}
