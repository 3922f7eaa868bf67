/** Word nests a few; a file that opens fields without end is read on all the same. */
const deepest = 50

type Field = { code: string; result: boolean }

/**
 * The fields that a place of the text stands within (ECMA-376-1, 17.16): code, then the result that prints. They nest,
 * and a table of contents runs over many paragraphs.
 */
export class Fields {
  readonly #open: Field[] = []
  #beyond = 0

  begin(): void {
    if (this.#open.length >= deepest) this.#beyond++
    else this.#open.push({ code: '', result: false })
  }
  addCode(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.result) field.code += text
  }
  separate(): void {
    const field = this.#open.at(-1)
    if (field) field.result = true
  }
  /** The text that a field prints by its code alone; '' for a field with a result. */
  end(): EquationText {
    if (this.#beyond > 0) {
      this.#beyond--
      return nothing
    }
    const field = this.#open.pop()
    return field && !field.result ? equationText(field.code) : nothing
  }

  get inCode(): boolean {
    return this.#open.some(({ result }) => !result)
  }
  get inContents(): boolean {
    return this.#open.some(({ code, result }) => result && isContents(code))
  }
  get link(): string | undefined {
    const code = this.#open.findLast(({ code }) => /^\s*HYPERLINK\b/iu.test(code))?.code
    return code === undefined ? undefined : linkOf(code)
  }
}

/** TOC, INDEX, TOA: what Word writes again at any time from the text itself. */
export function isContents(code: string): boolean {
  return /^\s*(?:TOC|INDEX|TOA)\b/iu.test(code)
}

/** `HYPERLINK "https://…"`; undefined where it leads to a place in the document itself. */
export function linkOf(code: string): string | undefined {
  return /^\s*HYPERLINK\s+(?:\\[mnt]\s+)*"([^"]+)"/iu.exec(code)?.[1]
}

type EquationText = { readonly text: string; readonly around: string; readonly ruby: string }
const nothing: EquationText = { text: '', around: '', ruby: '' }

/** Enclosed characters and old ruby are EQ fields without a result: `EQ \o\ac(○,印)`, `EQ \o\ad(\s\up 9(ルビ),漢字)`. */
function equationText(code: string): EquationText {
  const overstrike = /^\s*EQ\b[^(]*\\o(?:\\a[lcrd])?\s*\((.*)\)\s*$/isu.exec(code)?.[1]
  if (overstrike === undefined) return nothing
  const at = overstrike.lastIndexOf(overstrike.includes(',') ? ',' : ';')
  const above = /\\up\s*\d*\(([^()]*)\)/iu.exec(overstrike)?.[1] ?? ''
  const text = overstrike.slice(at + 1).trim()
  const around = above === '' ? overstrike.slice(0, Math.max(0, at)).trim() : ''
  return { text, around, ruby: above }
}
