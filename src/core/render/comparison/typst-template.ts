import { printed } from '../typst/long-words.ts'
import { toneMarks } from '../typst/tone-marks.ts'

/**
 * The program that sets a 新旧対照表: A4 sideways, two columns, the head on every page, no line between the rows of one
 * 条. It reads `paper.json` and prints its strings; nothing of a policy is ever part of this text.
 */
export const template = `
#let paper = json("paper.json")
#let japanese = paper.locale == "ja"
#let serif = ("Noto Serif JP", "Noto Sans JP")
#let sans = ("Noto Sans JP", "Noto Serif JP")
#let rule = 0.5pt + black

#set document(title: paper.title, author: (), date: none)
#set page(
  paper: "a4", flipped: true,
  margin: (x: 22mm, top: 20mm, bottom: 20mm),
  footer: context {
    set align(center)
    set text(8pt, fill: luma(90))
    counter(page).display("1 / 1", both: true)
  },
)
// Fonts are named and never guessed, so that the same table is the same file on every machine.
#set text(
  10pt, font: serif, fallback: false, hyphenate: false,
  lang: if japanese { "ja" } else { "en" }, region: if japanese { "JP" } else { "US" },
)
#set par(justify: japanese, leading: if japanese { 0.75em } else { 0.65em }, spacing: 0.75em)
#set underline(offset: if japanese { 0.22em } else { 0.15em }, stroke: 0.6pt, evade: false)
#show title: set text(14pt, font: sans, weight: "bold")

${toneMarks}${printed}
#let run(it) = if it.changed { underline(printed(it.text)) } else { printed(it.text) }
#let line-of(it) = block(
  above: 0.75em, below: 0.75em,
  inset: (left: (it.depth + if it.depth > 0 { 1 } else { 0 }) * 1em),
  par(hanging-indent: 0pt, {
    if it.depth > 0 { h(-1em) }
    it.runs.map(run).join()
  }),
)
#let cell(its) = its.map(line-of).join()

#align(center, title(printed(paper.title)))
#for line in paper.lines { align(end, printed(line)) }
#if paper.rows.len() > 0 {
  v(0.6em)
  let last = paper.rows.len() - 1
  table(
    columns: (1fr, 1fr),
    align: start + top,
    inset: (x: 0.9em, y: 0.55em),
    stroke: (x, y) => (
      left: rule, right: rule,
      top: if y <= 1 or y > last + 1 or paper.rows.at(y - 1).opens { rule },
      bottom: if y == 0 or y > last { rule },
    ),
    table.header(repeat: true, ..paper.columns.map(label => align(center, printed(label)))),
    ..paper.rows.map(row => row.cells.map(cell)).flatten(),
    table.footer(repeat: true, table.cell(colspan: 2, inset: 0pt, stroke: (top: rule), [])),
  )
}
#block(breakable: false, {
  set par(justify: false)
  set text(9pt)
  grid(
    columns: (auto, 1fr), column-gutter: 1em,
    paper.remarks.label,
    paper.remarks.lines.map(line => block(above: 0.6em, below: 0.6em, line)).join(),
  )
})
`
