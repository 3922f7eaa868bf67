/** A text as a message may quote it: no longer than so many UTF-16 units, and no character cut in two. */
export function shortened(text: string, most = 40): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}
