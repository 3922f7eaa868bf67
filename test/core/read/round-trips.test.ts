import { beforeAll, describe, expect, test } from 'vitest'
import { type PolicyDocument, textOf } from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { sourceOfDocx } from '../../../src/core/read/docx.ts'
import { sourceOfHtml } from '../../../src/core/read/html.ts'
import { sourceOfMarkdown } from '../../../src/core/read/markdown.ts'
import { loadPdfjs } from '../../../src/core/read/pdf/pdfjs.ts'
import { sourceOfPdf } from '../../../src/core/read/pdf.ts'
import { render } from '../../../src/core/render/index.ts'
import { formats } from '../../../src/delivery/formats/formats.ts'
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

describe('a policy reads back from paper, sign by sign', () => {
  const signs = (document: PolicyDocument) => textOf(document).replaceAll(/\s/gu, '')
  beforeAll(loadPdfjs)

  test.each(policyTexts.map((text, i) => [i, text]))('policy %i', async (_, text) => {
    const { document } = parse(text)
    const written = signs(document)
    const docx = parse(sourceOfDocx(await formats.docx.render(document)))
    expect(signs(docx.document)).toBe(written)
    const pdf = parse(await sourceOfPdf(await formats.pdf.render(document)))
    expect(signs(pdf.document)).toBe(written)
  })
})
