/** What a template leaves to be filled in: ○○○○, ＸＸ, 【ここに名称を記入】. */
const placeholder =
  /[○〇◯●◎△□]{2,}|(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])|[【[［〔](?=[^】\]］〕]{0,30}(?:記入|記載|入力|ここ))[^】\]］〕]{1,30}[】\]］〕]/u

export function isPlaceholder(words: string): boolean {
  return placeholder.test(words)
}

/** What a template asks its user to write in: 【ここに名称をご記入ください】. */
const asked =
  /[【［〔[][^】\]］〕\n]{1,30}[をに]ご?(?:記入|入力|記載)[^】\]］〕\n]{0,8}[】\]］〕]/gu

export function askedIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(asked)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
}
