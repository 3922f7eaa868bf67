import type { Page, Piece, StructureNode } from './pages.ts'

/** A piece of the document as its structure tree (ISO 32000-2, 14.8.4) has it. */
export type TaggedBlock = {
  readonly page: Page
  readonly pieces: readonly Piece[]
  readonly heading?: number
  /** How deep in lists an item stands; `more` for what goes on in it. */
  readonly item?: {
    readonly depth: number
    readonly label: readonly Piece[]
    readonly more: boolean
  }
  readonly row?: { readonly table: number; readonly cells: readonly TaggedCell[] }
}
export type TaggedCell = { readonly pieces: readonly Piece[]; readonly header: boolean }

/**
 * The blocks that the structure tree tells of; null where there is no tree or where it leaves out more than a little of
 * what the pages print.
 */
export function taggedBlocks(
  pages: readonly Page[],
  furniture: ReadonlySet<Piece>,
): { blocks: TaggedBlock[]; rest: Piece[] } | null {
  const blocks: TaggedBlock[] = []
  const rest: Piece[] = []
  let all = 0
  let left = 0
  let table = 0
  for (const page of pages) {
    const printed = page.pieces.filter((piece) => !furniture.has(piece))
    if (printed.length === 0) continue
    const walk = new Walk(page, printed, () => table++)
    if (page.structure) walk.node(page.structure, 0)
    walk.end()
    blocks.push(...walk.blocks)
    for (const piece of printed) {
      all += piece.text.length
      if (walk.taken.has(piece)) continue
      left += piece.text.length
      rest.push(piece)
    }
  }
  const tells = blocks.filter((block) => block.heading || block.item || block.row).length
  if (all === 0 || left > all * 0.02 || (tells === 0 && blocks.length < pages.length * 3))
    return null
  return { blocks, rest }
}

class Walk {
  readonly blocks: TaggedBlock[] = []
  readonly taken = new Set<Piece>()
  readonly #byContent = new Map<string, Piece[]>()
  #open: Piece[] = []
  #look: Omit<TaggedBlock, 'page' | 'pieces'> = {}

  constructor(
    readonly page: Page,
    pieces: readonly Piece[],
    readonly nextTable: () => number,
  ) {
    for (const piece of pieces)
      if (piece.content !== null)
        this.#byContent.set(piece.content, [...(this.#byContent.get(piece.content) ?? []), piece])
  }

  node(node: StructureNode, depth: number): void {
    const { role } = node
    const rank = headingRank(role)
    if (rank !== null) this.#block({ heading: rank }, node, depth)
    else if (role === 'Table') this.#table(node)
    else if (role === 'L') this.#list(node, depth)
    else if (inlineRoles.has(role)) this.#inside(node, depth)
    else this.#block(this.#look.item ? { item: this.#look.item } : {}, node, depth)
  }

  end(): void {
    if (this.#open.length > 0)
      this.blocks.push({ page: this.page, pieces: this.#open, ...this.#look })
    if (this.#look.item && this.#open.length > 0)
      this.#look = { item: { ...this.#look.item, label: [], more: true } }
    this.#open = []
  }

  #block(look: Omit<TaggedBlock, 'page' | 'pieces'>, node: StructureNode, depth: number): void {
    // The label of an item stands before the paragraph that it labels, in one line with it.
    const label = this.#look.item?.label ?? []
    if (!(label.length > 0 && this.#open.length === label.length)) this.end()
    const outer = this.#look
    this.#look = look.item ? this.#look : look
    this.#inside(node, depth)
    this.end()
    this.#look = outer.item ? (this.#look.item ? this.#look : outer) : outer
  }

  #inside(node: StructureNode, depth: number): void {
    for (const child of node.children)
      if ('role' in child) this.node(child, depth)
      else this.#open.push(...this.#take(child.id))
  }

  #list(list: StructureNode, depth: number): void {
    this.end()
    const outer = this.#look
    for (const child of list.children) {
      if (!('role' in child)) this.#open.push(...this.#take(child.id))
      else if (child.role !== 'LI') this.node(child, depth)
      else {
        const label = child.children.flatMap((part) =>
          'role' in part && part.role === 'Lbl' ? this.#all(part) : [],
        )
        this.#look = { item: { depth: depth + 1, label, more: false } }
        this.#open = [...label]
        for (const part of child.children)
          if (!('role' in part)) this.#open.push(...this.#take(part.id))
          else if (part.role === 'LBody') this.#inside(part, depth + 1)
          else if (part.role !== 'Lbl') this.node(part, depth + 1)
        this.end()
      }
    }
    this.#look = outer
  }

  #table(table: StructureNode): void {
    this.end()
    const number = this.nextTable()
    for (const row of partsOf(table, 'TR')) {
      const cells = row.children.flatMap((cell) =>
        'role' in cell && (cell.role === 'TD' || cell.role === 'TH')
          ? [{ pieces: this.#all(cell), header: cell.role === 'TH' }]
          : [],
      )
      const pieces = cells.flatMap((cell) => cell.pieces)
      if (pieces.length > 0)
        this.blocks.push({ page: this.page, pieces, row: { table: number, cells } })
    }
    // A caption, or what no row holds.
    for (const child of table.children)
      if ('role' in child && !tableParts.has(child.role)) this.node(child, 0)
  }

  #all(node: StructureNode): Piece[] {
    return node.children.flatMap((child) =>
      'role' in child ? this.#all(child) : this.#take(child.id),
    )
  }

  #take(content: string): Piece[] {
    const pieces = (this.#byContent.get(content) ?? []).filter((piece) => !this.taken.has(piece))
    for (const piece of pieces) this.taken.add(piece)
    return pieces
  }
}

function headingRank(role: string): number | null {
  if (role === 'Title') return 1
  const level = /^H([1-6]?)$/u.exec(role)
  return level ? Number(level[1] || 2) : null
}

const inlineRoles = new Set(
  'Span Link Reference Quote Em Strong Code Annot Ruby RB RT RP Warichu WT WP BibEntry Sub Form'.split(
    ' ',
  ),
)
const tableParts = new Set(['TR', 'THead', 'TBody', 'TFoot'])

function partsOf(node: StructureNode, role: string): StructureNode[] {
  return node.children.flatMap((child) => {
    if (!('role' in child)) return []
    return child.role === role ? [child] : tableParts.has(child.role) ? partsOf(child, role) : []
  })
}
