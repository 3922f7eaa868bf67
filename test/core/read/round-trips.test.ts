import { describe, expect, test } from 'vitest'
import type { PolicyDocument } from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { sourceOfHtml } from '../../../src/core/read/html.ts'
import { sourceOfMarkdown } from '../../../src/core/read/markdown.ts'
import { render } from '../../../src/core/render/index.ts'
import { policyTexts } from '../policy-texts.ts'

const viaHtml = (document: PolicyDocument) => parse(sourceOfHtml(render(document, 'html')))
const viaMarkdown = (document: PolicyDocument) =>
  parse(sourceOfMarkdown(render(document, 'markdown')))

describe('a policy reads back from every print', () => {
  test.each(policyTexts.map((text, i) => [i, text]))('policy %i', (_, text) => {
    const { document } = parse(text)
    const html = viaHtml(document)
    expect(html.document).toEqual(document)
    expect(html.report.dropped).toEqual([])
    expect(viaMarkdown(document).document).toEqual(document)
  })
})
