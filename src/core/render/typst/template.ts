import { printed } from './long-words.ts'

/**
 * The program that sets a policy: A4, 明朝 with headings in ゴシック, markers that hang. It reads `paper.json` and prints
 * its strings; nothing of a policy is ever part of this text.
 */
export const template = `
#let paper = json("paper.json")
#let japanese = paper.locale.starts-with("ja")
#let serif = ("Noto Serif JP", "Noto Sans JP")
#let sans = ("Noto Sans JP", "Noto Serif JP")

#set document(title: if paper.title == "" { "—" } else { paper.title }, author: (), date: none)
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 25mm, bottom: 27mm),
  footer: context {
    set align(center)
    set text(8pt, fill: luma(90))
    counter(page).display("1 / 1", both: true)
  },
)
// Fonts are named and never guessed, so that the same policy is the same file on every machine.
#set text(
  10pt, font: serif, fallback: false, hyphenate: false,
  lang: if japanese { "ja" } else { "en" }, region: if japanese { "JP" } else { "US" },
)
#set par(justify: japanese, leading: if japanese { 0.85em } else { 0.7em }, spacing: 0.95em)
#set enum(spacing: 0.8em)
#set table(stroke: 0.5pt + luma(130), inset: (x: 0.6em, y: 0.55em))
#show title: set text(16pt, font: sans, weight: "bold")
#show heading: set text(font: sans, weight: "bold")
#show heading: set par(justify: false, leading: 0.6em)
#show heading: it => block(
  above: if it.level == 1 { 2em } else { 1.5em }, below: 0.9em, sticky: true, it.body,
)
#show heading.where(level: 1): set text(11.5pt)
#show heading.where(level: 2): set text(10.5pt)
#show heading.where(level: 3): set text(10pt)
#show link: set text(fill: rgb("#17489b"))

${printed}#let run(it) = {
  let body = printed(it.text)
  if "strong" in it { body = strong(body) }
  if "url" in it { link(it.url, body) }
  else if "label" in it { link(label(it.label), text(fill: black, body)) }
  else { body }
}
#let lines(its) = its.map(line => line.map(run).join()).join(linebreak())
// The first label of a block is its own; further ones stand before it.
#let labelled(labels, body) = {
  for name in labels { [#metadata(name)#label(name)] }
  body
}

// A list is laid out three times over, to find its columns, its rows and its pages, and so is each list within it. A
// paragraph in a block of one and the same width is laid out once: markers take up no column, and what they hang by is
// the indent of all that follows.
#let items(list, hang, listing) = enum(
  number-align: start + top,
  body-indent: 0pt,
  numbering: n => box(width: hang, printed(list.items.at(n - 1).marker.trim())),
  ..list.items.map(it => enum.item({
    let body = labelled(it.labels, par(lines(it.lines)))
    if it.isBlank { labelled(it.labels, none) }
    else { block(width: 100%, spacing: 0.8em, breakable: not it.isShort, body) }
    if it.nested != none { listing(it.nested) }
  })),
)
// As wide as the list hangs, or as its widest marker.
#let listing(list) = if list.isSure { items(list, list.hang * 1em, listing) } else {
  context {
    let widths = list.items.map(it => {
      let space = if it.marker.ends-with(" ") { 0.35em.to-absolute() } else { 0pt }
      measure(printed(it.marker.trim())).width + space
    })
    items(list, calc.max((list.hang * 1em).to-absolute(), ..widths), listing)
  }
}

#let grid-of(it) = {
  set text(9pt)
  set par(justify: false, leading: 0.65em)
  let cell(its) = its.map(c => if c.header { text(font: sans, weight: "bold", lines(c.lines)) } else { lines(c.lines) })
  let filled(row) = cell(row) + range(it.widths.len() - row.len()).map(_ => [])
  let head = it.rows.slice(0, it.heads).map(filled).flatten()
  let body = it.rows.slice(it.heads).map(filled).flatten()
  block(above: 1.2em, below: 1.2em, table(
    columns: it.widths.map(width => width * 1fr),
    align: start + top,
    fill: (_, y) => if y < it.heads { luma(243) },
    ..if it.heads > 0 { (table.header(repeat: true, ..head),) } else { () },
    ..body,
  ))
}

#let set-block(it) = {
  if it.type == "title" {
    set par(justify: false, leading: 0.6em)
    block(width: 100%, below: 2.2em, sticky: true, align(center, title(lines(it.lines))))
  } else if it.type == "heading" {
    labelled(it.labels, heading(level: it.rank, printed(it.number) + lines(it.lines)))
  } else if it.type == "list" {
    listing(it)
  } else if it.type == "table" {
    labelled(it.labels, grid-of(it))
  } else if it.type == "contact" {
    block(
      above: 1.2em, below: 1.2em, inset: (left: 1em, y: 0.2em), stroke: (left: 1.5pt + luma(150)), breakable: it.isLong,
      sticky: it.keepsWithNext, labelled(it.labels, par(justify: false, lines(it.lines))),
    )
  } else if it.part == "body" {
    block(sticky: it.keepsWithNext, labelled(it.labels, par(lines(it.lines))))
  } else {
    block(width: 100%, above: if it.part == "signature" { 0.8em } else { 1.4em }, sticky: it.keepsWithNext, align(end, labelled(it.labels, lines(it.lines))))
  }
}

#for block in paper.blocks { set-block(block) }
`
