import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const fonts = 'node_modules/@expo-google-fonts'
let compiler: NodeCompiler | undefined

/** A PDF set by Typst, tagged as Typst tags it. */
export function pdfOf(markup: string): Uint8Array {
  compiler ??= NodeCompiler.create({
    workspace: '.',
    fontArgs: [
      {
        fontPaths: [
          `${fonts}/noto-serif-jp/400Regular`,
          `${fonts}/noto-serif-jp/700Bold`,
          `${fonts}/noto-sans-jp/400Regular`,
        ],
      },
    ],
  })
  const settings =
    '#set text(lang: "ja", font: "Noto Serif JP", size: 10.5pt)\n#set par(justify: true)\n'
  return Uint8Array.from(compiler.pdf({ mainFileContent: settings + markup }))
}

/** The same pages without their structure tree, as many programs write them. */
export function untagged(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  return Buffer.from(text.replaceAll('/StructTreeRoot', '/StructTreeNone'), 'latin1')
}

/** Text that no sign of can act as markup. */
export function quoted(text: string): string {
  return `#${JSON.stringify(text)}`
}
