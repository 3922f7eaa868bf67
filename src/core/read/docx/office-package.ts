import { ParseRefused } from '../../parse/refused.ts'
import { childrenOf, readXml, type Xml } from './xml.ts'
import { broken, Zip } from './zip.ts'

type Relationship = {
  /** The last part of its type: `styles`, `hyperlink`. */
  readonly type: string
  readonly target: string
  readonly external: boolean
}
export type Part = { readonly name: string; readonly root: Xml; readonly links: Relationships }
/** By their ids. */
export type Relationships = ReadonlyMap<string, Relationship>

/** A DOCX file as what it is: parts in a ZIP file, tied by relationships (ISO 29500-2). */
export class OfficePackage {
  readonly #zip: Zip
  readonly main: Part

  constructor(bytes: Uint8Array) {
    refuseOtherOffice(bytes)
    this.#zip = new Zip(bytes)
    const start = [...this.#relationships('').values()].find(
      ({ type }) => type === 'officeDocument',
    )
    if (!start) throw noDocument()
    refuseOtherTypes(this.#contentType(start.target))
    const main = this.#part(start.target)
    if (main?.root.name !== 'w:document') throw noDocument()
    this.main = main
  }

  /** The part that the main document relates to by a type, such as its styles. */
  related(type: string): Part | undefined {
    return this.allRelated(type)[0]
  }

  allRelated(type: string): Part[] {
    return [...this.main.links.values()]
      .filter((link) => link.type === type && !link.external)
      .flatMap(({ target }) => this.#part(target) ?? [])
  }

  #part(name: string): Part | undefined {
    const bytes = this.#zip.read(name)
    return bytes && { name, root: readXml(bytes, name), links: this.#relationships(name) }
  }

  #relationships(part: string): Relationships {
    const slash = part.lastIndexOf('/')
    const folder = part.slice(0, slash + 1)
    const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
    const bytes = this.#zip.read(name)
    if (!bytes) return new Map()
    const links = childrenOf(readXml(bytes, name), 'rel:Relationship')
    return new Map(
      links.map(({ attributes }) => {
        const external = attributes.TargetMode === 'External'
        const target = attributes.Target ?? ''
        const link = {
          type: (attributes.Type ?? '').replace(/^.*\//u, ''),
          target: external ? target : resolved(folder, target),
          external,
        }
        return [attributes.Id ?? '', link]
      }),
    )
  }

  #contentType(part: string): string {
    const bytes = this.#zip.read('[Content_Types].xml')
    if (!bytes) throw broken()
    const types = readXml(bytes, '[Content_Types].xml')
    const own = childrenOf(types, 'ct:Override').find(
      ({ attributes }) => attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase(),
    )
    const byExtension = childrenOf(types, 'ct:Default').find(({ attributes }) =>
      part.toLowerCase().endsWith(`.${attributes.Extension?.toLowerCase()}`),
    )
    return (own ?? byExtension)?.attributes.ContentType ?? ''
  }
}

/** `../media/x` from `word/` is `media/x`; `/word/x` counts from the root. */
function resolved(folder: string, target: string): string {
  const segments: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const segment of target.split('/'))
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  return segments.join('/')
}

/** Before 2007 Word wrote OLE files; a DOCX with a password is wrapped in one. */
function refuseOtherOffice(bytes: Uint8Array): void {
  const ole = [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)
  if (!ole) return
  const encrypted = includesWide(bytes, 'EncryptedPackage')
  throw encrypted
    ? new ParseRefused({
        ja: 'このWord文書はパスワードで保護されています。Wordで開いてパスワードを外し、.docx形式で保存し直して指定してください。',
        en: 'This Word document is protected by a password. Open it in Word, take the password off, save it as .docx, and give that file.',
      })
    : new ParseRefused({
        ja: '古い形式のWord文書（.doc）は読めません。Wordで開き、.docx形式で保存し直して指定してください。',
        en: 'The old Word format (.doc) is not read. Open it in Word, save it as .docx, and give that file.',
      })
}

function includesWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((sign) => [sign.charCodeAt(0), 0])
  const [first = 0] = wide
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wide.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

function refuseOtherTypes(type: string): void {
  if (/macroEnabled/iu.test(type))
    throw new ParseRefused({
      ja: 'マクロを含むWord文書（.docm）は読みません。Wordで開き、マクロのない.docx形式で保存し直して指定してください。',
      en: 'Word documents with macros (.docm) are not read. Open it in Word, save it as .docx without macros, and give that file.',
    })
  if (!/wordprocessingml\.(?:document|template)\.main\+xml$/iu.test(type)) throw noDocument()
}

const noDocument = () =>
  new ParseRefused({
    ja: 'Word文書（.docx）ではありません（本文が見つかりません）。プライバシーポリシーの.docxファイルを指定してください。',
    en: 'This is not a Word document (.docx): it has no document body. Give the .docx file of a privacy policy.',
  })
