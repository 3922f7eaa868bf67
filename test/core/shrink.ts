/**
 * A text that still fails, with as much of it gone as can go: lines first, then signs (delta debugging). Looks at no
 * more than `patience` texts.
 */
export function shrunk(text: string, fails: (text: string) => boolean, patience = 3_000): string {
  let left = patience
  const still = (pieces: readonly string[], joint: string) =>
    left-- > 0 && fails(pieces.join(joint))
  const lines = fewest(text.split('\n'), (pieces) => still(pieces, '\n')).join('\n')
  return fewest([...lines], (pieces) => still(pieces, '')).join('')
}

/** Takes pieces out, large runs before small ones, while what is left still fails. */
function fewest(all: readonly string[], fails: (pieces: readonly string[]) => boolean) {
  let pieces = all
  for (let run = Math.ceil(pieces.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2))
    for (let i = 0; i < pieces.length; ) {
      const without = [...pieces.slice(0, i), ...pieces.slice(i + run)]
      if (fails(without)) pieces = without
      else i += run
    }
  return pieces
}
