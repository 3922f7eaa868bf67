/**
 * How far the lines of a list hang, as a class: `hang-2` leaves two full-width characters for the marker, `hang-0`
 * nothing. The widest marker decides; beyond five it would eat the line.
 */
export function hangOf(
  items: readonly { readonly marker?: string; readonly joined?: true }[],
): string {
  const widths = items.map(({ marker = '', joined }) => (joined ? 0 : widthOf(marker)))
  return `hang-${Math.min(Math.ceil(Math.max(0, ...widths)), 5)}`
}

/** In full-width characters: （１） is 3, `(1) ` is 2. */
const widthOf = (marker: string) =>
  [...marker].reduce((width, character) => width + (character < '\u2000' ? 0.5 : 1), 0)
