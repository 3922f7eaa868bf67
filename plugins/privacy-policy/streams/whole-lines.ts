/** A text as it is made, in pieces that end where a line does; what comes after the last line break comes last. */
export async function* wholeLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of text) {
    const all = rest + piece
    const end = all.lastIndexOf('\n') + 1
    rest = all.slice(end)
    if (end > 0) yield all.slice(0, end)
  }
  if (rest) yield rest
}
