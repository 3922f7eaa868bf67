type Hanging = { readonly marker?: string; readonly joined?: true }

/** How far the lines of a list hang, as a class: `hang-2` for two full-width characters. */
export function hangOf(items: readonly Hanging[]): string {
  return `hang-${hangWidthOf(items)}`
}

/** How far the lines of a list hang: the widest marker decides; beyond five characters it would eat the line. */
export function hangWidthOf(items: readonly Hanging[]): number {
  let widest = 0
  for (const { marker = '', joined } of items)
    if (!joined) widest = Math.max(widest, widthOf(marker))
  return Math.min(Math.ceil(widest), 5)
}

/** In full-width characters: （１） is 3, `(1) ` is 2. */
export function widthOf(marker: string): number {
  let width = 0
  for (let i = 0; i < marker.length; i++) {
    const character = marker.codePointAt(i) ?? 0
    width += character < 0x2000 ? 0.5 : 1
    if (character > 0xffff) i++
  }
  return width
}
