import type { PolicyDocument } from '../../src/core/document.ts'
import { text } from '../../src/core/render/text.ts'

/** The plain text that readers get, from which a document must read back. */
export function render(document: PolicyDocument): string {
  const printed: unknown = text.render(document)
  if (typeof printed !== 'string') throw new TypeError(`Expected text, not \`${typeof printed}\``)
  return printed
}
