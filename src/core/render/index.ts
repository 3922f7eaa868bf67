import type { PolicyDocument } from '../document.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import type { Renderer } from './renderer.ts'
import { text } from './text.ts'

export type { Renderer } from './renderer.ts'

/** Every format, by the name that the API, the command line and an `Accept` header's answer know it by. */
export const formats = { json, html, markdown, text } satisfies Record<string, Renderer>
export type Format = keyof typeof formats

export function render(document: PolicyDocument, format: Format): string {
  return formats[format].render(document)
}
