import { Inflate } from 'fflate'
import { ParseRefused } from '../../parse/refused.ts'

/** Far above any policy, and what the reading of it may cost stays below 500 MB. */
const mostBytes = 48 * 1024 * 1024
const mostEntries = 5_000
/** Deflate packs XML about tenfold; a hundredfold and more is a bomb, save for parts too small to matter. */
const mostRatio = 200
const smallPart = 1024 * 1024

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly size: number
  readonly fullSize: number
  readonly encrypted: boolean
  /** Where its local header stands. */
  readonly offset: number
}

/** The parts of a ZIP file, unpacked one by one and only when asked for, all within one budget. */
export class Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly #bytes: Uint8Array
  #unpacked = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.entries = new Map(entriesOf(bytes).map((entry) => [entry.name, entry]))
    let declared = 0
    for (const { fullSize, size } of this.entries.values()) {
      declared += fullSize
      if (fullSize > smallPart && fullSize > size * mostRatio) throw tooMuch()
    }
    // Pictures and fonts count too, though nobody reads them: a policy has few.
    if (declared > mostBytes * 8) throw tooMuch()
  }

  /** The bytes of a part; undefined where there is none. */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name)
    if (!entry) return undefined
    if (entry.encrypted) throw broken()
    const packed = this.#packed(entry)
    if (entry.method === 0) return this.#spend(packed)
    if (entry.method !== 8) throw broken()
    // What the directory declares may be a lie, so what comes out is counted while it comes.
    const chunks: Uint8Array[] = []
    let length = 0
    const inflate = new Inflate((chunk) => {
      length += chunk.length
      if (length > smallPart && length > packed.length * mostRatio) throw tooMuch()
      chunks.push(this.#spend(chunk))
    })
    const step = 16 * 1024
    try {
      for (let at = 0; at < packed.length || at === 0; at += step)
        inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
    } catch (error) {
      throw error instanceof ParseRefused ? error : broken()
    }
    return joined(chunks, length)
  }

  #packed({ offset, size }: ZipEntry): Uint8Array {
    const view = viewOf(this.#bytes)
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) throw broken()
    const start =
      offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    if (start + size > view.byteLength) throw broken()
    return this.#bytes.subarray(start, start + size)
  }

  #spend(chunk: Uint8Array): Uint8Array {
    this.#unpacked += chunk.length
    if (this.#unpacked > mostBytes) throw tooMuch()
    return chunk
  }
}

/** The central directory (APPNOTE.TXT 4.3.12), which alone is what Word goes by. */
function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostEntries) throw tooMuch()
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw broken()
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      size: view.getUint32(at + 20, true),
      fullSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw broken()
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const tooMuch = () =>
  new ParseRefused({
    ja: 'このWord文書は展開すると大きくなりすぎるため、読みません。プライバシーポリシー1件だけの.docxファイルを指定してください。',
    en: 'This Word document unpacks to far more than a policy holds and is not read. Give a .docx file that holds one privacy policy.',
  })

/** What is no ZIP, or a torn one. */
export const broken = () =>
  new ParseRefused({
    ja: 'Word文書（.docx）として読めません（壊れているか、途中までのファイルです）。Wordで開いて保存し直したファイルを指定してください。',
    en: 'This cannot be read as a Word document (.docx): it is damaged or cut off. Open it in Word, save it again, and give that file.',
  })
