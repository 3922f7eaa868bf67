import { SaxesParser } from 'saxes'

export type XmlElement = {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly XmlElement[]
  /** Its own characters, without those of its children. */
  readonly text: string
}

/** Reads XML; what is not well-formed, it throws. */
export function readXml(source: string): XmlElement {
  type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string }
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(source).close()
  const [root] = open[0]?.children ?? []
  if (!root) throw new SyntaxError('Expected an element')
  return root
}

export const childrenIn = (element: XmlElement) => element.children

/** Every element of a name, in the order of the source. */
export function elementsIn(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsIn(child, name),
  ])
}

/**
 * Children in a sequence of the schema (ECMA-376 1, 17; transitional), of the elements that we write. Word calls a
 * file damaged whose children come in another.
 */
const sequences: { readonly [element: string]: string } = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tbl': 'bookmarkStart tblPr tblGrid tr bookmarkEnd',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:settings':
    'writeProtection view zoom displayBackgroundShape defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  'w:compat': 'doNotExpandShiftReturn compatSetting',
  'w:body': '*p *tbl sectPr',
}

/** Each child that its parent's sequence has no place for, or not there. */
export function orderProblems(element: XmlElement): string[] {
  const problems = element.children.flatMap(orderProblems)
  const { [element.name]: sequence } = sequences
  if (sequence === undefined) return problems
  const places = new Map(
    sequence.split(' ').map((name, i) => [name.replace('*', ''), name.startsWith('*') ? 0 : i]),
  )
  let reached = 0
  for (const child of element.children) {
    const place = places.get(child.name.replace('w:', ''))
    if (place === undefined || place < reached) problems.push(`${child.name} in ${element.name}`)
    else reached = place
  }
  return problems
}
