import { type Document, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The beginning of time, for a ZIP file. */
const EPOCH = new Date(1980, 0, 1)

/**
 * The bytes of a document, the same for the same document: the library's random ids and the time of day are taken out
 * of it. Who made it, when and with what is nobody's business; the policy prints its own dates.
 */
export async function packed(document: Document): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  const settled = Object.entries(parts).map(([path, bytes]) => [path, settle(path, parts) ?? bytes])
  const files = Object.fromEntries(settled) as Record<string, Uint8Array>
  const zippable: Zippable = {}
  for (const path of Object.keys(files).sort(contentTypesFirst))
    zippable[path] = [files[path] ?? new Uint8Array(), { mtime: EPOCH, level: 6, os: 0 }]
  return zipSync(zippable)
}

function settle(path: string, parts: Record<string, Uint8Array>): Uint8Array | null {
  const text = () => strFromU8(parts[path] ?? new Uint8Array())
  switch (path) {
    case 'docProps/core.xml':
      return strToU8(text().replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''))
    case 'word/document.xml':
    case 'word/_rels/document.xml.rels':
      return strToU8(withStableIds(text(), linkIds(parts)))
    default:
      return null
  }
}

/** The relationships of links, by their order: `rIdlink1`. */
function linkIds(parts: Record<string, Uint8Array>): ReadonlyMap<string, string> {
  const relationships = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const links = relationships.matchAll(/<Relationship Id="(rId[^"]*)"[^>]*TargetMode="External"/g)
  return new Map([...links].map(([, id = ''], i) => [id, `rIdLink${i + 1}`]))
}

const withStableIds = (xml: string, ids: ReadonlyMap<string, string>) =>
  xml.replaceAll(/(?<= (?:r:id|Id)=")rId[^"]*(?=")/g, (id) => ids.get(id) ?? id)

/** OPC asks for no order; some readers look at the first entry only to tell what a file is. */
function contentTypesFirst(a: string, b: string): number {
  const first = '[Content_Types].xml'
  if (a === first || b === first) return a === first ? -1 : 1
  return a < b ? -1 : 1
}
