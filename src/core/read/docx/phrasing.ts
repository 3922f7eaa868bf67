import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Stretch } from './runs.ts'

const wide = /[\u3000-\u9fff\uff00-\uffef]/u

/** The stretches of a paragraph as phrasing, without the white space around it. */
export function phrasingOf(stretches: readonly Stretch[]): ElementContent[] {
  // A tab sets apart what stands beside each other on one line, as a wide space does.
  const tab = stretches.some(({ text }) => wide.test(text)) ? '\u3000' : ' '
  const written = trimmed(
    stretches.map((stretch) => ({ ...stretch, text: stretch.text.replace(/\t+/gu, tab) })),
  )
  return written.flatMap(({ text, strong, href }) => {
    const content = withBreaks(text)
    const inner = strong && text.trim() !== '' ? [h('strong', content)] : content
    return href === undefined ? inner : [h('a', { href }, inner)]
  })
}

function withBreaks(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, i): ElementContent[] => [
      ...(i > 0 ? [h('br')] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])
}

function trimmed(stretches: readonly Stretch[]): Stretch[] {
  const first = stretches.findIndex(({ text }) => text.trim() !== '')
  if (first < 0) return []
  const last = stretches.findLastIndex(({ text }) => text.trim() !== '')
  return stretches.slice(first, last + 1).map((stretch, i) => {
    const start = i === 0 ? stretch.text.trimStart() : stretch.text
    return { ...stretch, text: i === last - first ? start.trimEnd() : start }
  })
}
