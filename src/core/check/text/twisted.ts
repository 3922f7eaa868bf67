import type { Sentence } from '../analysis.ts'

/** A sentence about a way of doing something whose predicate does it instead: 取得方法は、書面により取得しました。 */
export type Twisted = {
  readonly sentence: Sentence
  readonly verb: string
  readonly subject: string
  /** What opens the sentence and what closes it, as printed. */
  readonly evidence: readonly string[]
}

const twisted =
  /(?<subject>(?<verb>取得|収集|利用|提供|開示|回答|確認|保管|管理)(?:の|する)?方法は).*?(?:により|によって|で|にて|を通じて)、?\k<verb>(?:し|いたし|致し)(?:ます|ました|ており|ています)[^、。]{0,4}。?$/u

export function twistedIn(sentences: readonly Sentence[]): Twisted[] {
  return sentences.flatMap((sentence) => {
    if (!sentence.key.includes('方法は')) return []
    const { subject, verb } = twisted.exec(sentence.key)?.groups ?? {}
    if (!subject || !verb) return []
    const opening = /^[^。]*?方\s*法\s*は/u.exec(sentence.text)?.[0]
    const closing = /(?:により|によって|で|にて|を通じて)[^、。(（]*。?$/u.exec(sentence.text)?.[0]
    const evidence = [opening, closing].filter((words) => words !== undefined)
    return [{ sentence, subject, verb, evidence }]
  })
}
