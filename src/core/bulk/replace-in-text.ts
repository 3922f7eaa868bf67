import type { Words } from '../words.ts'

export type TextReplacement = {
  /** What is looked for: characters, or a regular expression. */
  readonly from: string
  /** With a regular expression, `$1` and the like are its groups. */
  readonly to: string
  /** @default false */
  readonly regularExpression?: boolean
  /** Only where no word goes on before or after it: 青葉 not in 青葉商事. @default false */
  readonly wholeWord?: boolean
}

/** A replacement that cannot be made as it was asked for. */
export class ReplacementRefused extends Error {
  constructor(readonly messages: Words) {
    super(messages.en)
    this.name = 'ReplacementRefused'
  }
}

export type Replacing = {
  /** The text with every occurrence replaced; the very same where there is none. */
  readonly text: (text: string) => string
  /** Where it occurs, and what stands there then; for who replaces in pieces. */
  readonly places: (text: string) => readonly Occurrence[]
}
export type Occurrence = {
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** @throws ReplacementRefused when there is nothing to look for, or it is no regular expression */
export function replacing(asked: TextReplacement): Replacing {
  const { from, to, wholeWord = false, regularExpression = false } = asked
  if (from === '')
    throw new ReplacementRefused({
      ja: '置き換える前の文字を指定してください。',
      en: 'Say which characters to replace.',
    })
  const pattern = regularExpression ? compiled(from) : null
  const places = (text: string): readonly Occurrence[] => {
    const found: Occurrence[] = []
    if (pattern)
      for (const match of text.matchAll(pattern)) {
        if (match[0] === '') continue
        const replacement = match[0].replace(new RegExp(pattern.source, 'u'), to)
        found.push({ start: match.index, end: match.index + match[0].length, replacement })
      }
    else
      for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + from.length))
        found.push({ start: at, end: at + from.length, replacement: to })
    return wholeWord ? found.filter((one) => isWord(text, one)) : found
  }
  return {
    places,
    text: (text) => {
      let result = ''
      let last = 0
      for (const { start, end, replacement } of places(text)) {
        result += text.slice(last, start) + replacement
        last = end
      }
      return last === 0 ? text : result + text.slice(last)
    },
  }
}

function compiled(source: string): RegExp {
  try {
    return new RegExp(source, 'gu')
  } catch (error) {
    throw new ReplacementRefused({
      ja: `正規表現「${source}」を読み取れません: ${(error as Error).message}`,
      en: `Cannot read the regular expression \`${source}\`: ${(error as Error).message}`,
    })
  }
}

/** Japanese has no spaces: a word ends where the script changes. */
const scripts = [
  /\p{Script=Han}|[々〆ヶ]/u,
  /\p{Script=Katakana}|ー/u,
  /\p{Script=Hiragana}/u,
  /[\p{Script=Latin}\p{N}_]/u,
]

function isWord(text: string, { start, end }: Occurrence): boolean {
  const goesOn = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && scripts.some((script) => script.test(a) && script.test(b))
  const [before, after] = [text.slice(0, start), text.slice(end)]
  const own = [...text.slice(start, end)]
  return !goesOn([...before].at(-1), own[0]) && !goesOn(own.at(-1), [...after][0])
}
