/**
 * The lines of a text that comes in pieces, without their breaks: LF or CRLF, and nothing else. Node's readline breaks
 * at U+2028 too, which may stand in any string of JSON.
 */
export async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    let at = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', at)) {
      yield withoutReturn(rest + piece.slice(at, end))
      rest = ''
      at = end + 1
    }
    rest += piece.slice(at)
  }
  if (rest) yield withoutReturn(rest)
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
