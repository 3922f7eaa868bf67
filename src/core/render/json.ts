import { canonicalJson } from '../edition/canonical-json.ts'
import type { Renderer } from './renderer.ts'

/** The tree itself, in the one spelling that RFC 8785 gives it: whoever hashes these bytes gets the document's hash. */
export const json: Renderer = {
  label: { ja: 'JSON', en: 'JSON' },
  mediaType: 'application/json; charset=utf-8',
  extension: '.json',
  render: canonicalJson,
}
