import { AlignmentType, BorderStyle, convertMillimetersToTwip, type IStylesOptions } from 'docx'

/** A full-width character of the text: 10.5 points, as Word sets Japanese. */
export const EM = 210

/** A4. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: {
    top: convertMillimetersToTwip(25),
    bottom: convertMillimetersToTwip(25),
    left: convertMillimetersToTwip(25),
    right: convertMillimetersToTwip(25),
    header: convertMillimetersToTwip(12),
    footer: convertMillimetersToTwip(12),
    gutter: 0,
  },
}
export const TEXT_WIDTH = page.size.width - page.margin.left - page.margin.right

const serif = {
  ascii: 'Yu Mincho',
  hAnsi: 'Yu Mincho',
  eastAsia: 'Yu Mincho',
  cs: 'Times New Roman',
}
const sans = { ascii: 'Yu Gothic', hAnsi: 'Yu Gothic', eastAsia: 'Yu Gothic', cs: 'Arial' }
const latin = {
  serif: { ...serif, ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
  sans: { ...sans, ascii: 'Arial', hAnsi: 'Arial' },
}

/** Word's own styles, in 明朝 and ゴシック; languages tell it how to break lines and to check spelling. */
export function styles(locale: string): IStylesOptions {
  const isJapanese = /^ja\b/i.test(locale)
  const fonts = isJapanese ? { serif, sans } : latin
  const heading = (size: number, before: number) => ({
    run: { font: fonts.sans, bold: true, size, color: '000000', italics: false },
    paragraph: {
      keepNext: true,
      keepLines: true,
      alignment: AlignmentType.LEFT,
      spacing: { before, after: 80 },
    },
  })
  const based = { basedOn: 'Normal', quickFormat: true }
  return {
    default: {
      document: {
        run: { font: fonts.serif, size: 21, language: { value: 'en-US', eastAsia: 'ja-JP' } },
        // Widows and orphans are controlled, and lines broken by 禁則, unless a paragraph says otherwise.
        paragraph: {
          spacing: { line: 340, lineRule: 'auto' },
          alignment: isJapanese ? AlignmentType.BOTH : AlignmentType.LEFT,
        },
      },
      title: {
        run: { font: fonts.sans, bold: true, size: 32 },
        paragraph: {
          keepNext: true,
          keepLines: true,
          alignment: AlignmentType.CENTER,
          spacing: { after: 360 },
        },
      },
      heading1: heading(24, 320),
      heading2: heading(22, 200),
      heading3: heading(21, 160),
      heading4: heading(21, 120),
      heading5: heading(21, 120),
      heading6: heading(21, 120),
      listParagraph: { paragraph: { spacing: { after: 40 } } },
      hyperlink: { run: { color: '17489B', underline: {} } },
    },
    paragraphStyles: [
      { id: 'BodyText', name: 'Body Text', ...based, paragraph: { spacing: { after: 100 } } },
      {
        id: 'Signature',
        name: 'Signature',
        ...based,
        paragraph: { alignment: AlignmentType.RIGHT, keepLines: true, spacing: { before: 60 } },
      },
      {
        id: 'Closing',
        name: 'Closing',
        ...based,
        paragraph: { alignment: AlignmentType.RIGHT, keepLines: true, spacing: { before: 120 } },
      },
      {
        id: 'Contact',
        name: 'Contact',
        ...based,
        paragraph: {
          keepLines: true,
          alignment: AlignmentType.LEFT,
          indent: { left: EM, right: EM },
          spacing: { before: 120, after: 120 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: '888888', space: 8 } },
        },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        ...based,
        run: { size: 19 },
        paragraph: { alignment: AlignmentType.LEFT, spacing: { line: 280 } },
      },
      {
        id: 'TableHeading',
        name: 'Table Heading',
        basedOn: 'TableText',
        quickFormat: true,
        run: { font: fonts.sans, bold: true },
      },
      {
        id: 'AfterTable',
        name: 'After Table',
        basedOn: 'Normal',
        run: { size: 8 },
        paragraph: { spacing: { line: 160, lineRule: 'exact' } },
      },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: '555555' } },
    ],
  }
}
