import fs from 'node:fs'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { textOf } from '../../../src/core/document.ts'
import { squash } from '../../../src/core/fold.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { sourceOfDocx } from '../../../src/core/read/docx.ts'
import { docxOf, instance, list, lvl, num, p } from './docx-parts.ts'
import { findings } from './findings.ts'

const samples = ['aoba-health', 'mizuumi-reading'].map((name) => ({
  name,
  text: fs.readFileSync(`src/server/sample/${name}.txt`, 'utf8'),
}))
const paragraphs = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const isHeading = (line: string) =>
  /^(?:第[0-9]+条|[0-9]+[.．　]|■|【|附則)/u.test(line) && !/。/u.test(line)

test.each(samples)('$name as Word writes it reads as its plain text does', async ({ text }) => {
  const [title = '', ...rest] = paragraphs(text)
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...rest.map((line) =>
            isHeading(line)
              ? new Paragraph({ text: line, heading: HeadingLevel.HEADING_1 })
              : new Paragraph({ text: line }),
          ),
        ],
      },
    ],
  })
  const read = parse(sourceOfDocx(await Packer.toBuffer(document)))
  expect(squash(textOf(read.document))).toBe(squash(text))
  expect(findings(read.document)).toEqual(findings(parse(text).document))
})

test('a policy whose numbers Word counts reads as one that prints them', () => {
  const text = samples[0]?.text ?? ''
  const numbering =
    list(
      1,
      lvl(0, 'decimal', '第%1条', '<w:suff w:val="nothing"/>') +
        lvl(1, 'decimal', '%2').replace('w:start w:val="1"', 'w:start w:val="2"') +
        lvl(2, 'decimal', '(%3)') +
        lvl(3, 'aiueoFullWidth', '%4'),
    ) + instance(1)
  const levels = [/^第[0-9]+条/u, /^[0-9]+　/u, /^\([0-9]+\)　/u, /^[ア-ン]　/u]
  const body = paragraphs(text).map((line) => {
    const level = levels.findIndex((shape) => shape.test(line))
    const shape = levels[level]
    return shape ? p(line.replace(shape, ''), num(1, level)) : p(line)
  })
  const read = parse(sourceOfDocx(docxOf({ body: body.join(''), numbering })))
  expect(squash(textOf(read.document))).toBe(squash(text))
  expect(findings(read.document)).toEqual(findings(parse(text).document))
})
