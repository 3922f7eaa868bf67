/** What a template leaves to be filled in: ○○○○, ＸＸ, 【ここに名称を記入】. */
const placeholder =
  /[○〇◯●◎△□]{2,}|(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])|[【[［〔](?=[^】\]］〕]{0,30}(?:記入|記載|入力|ここ))[^】\]］〕]{1,30}[】\]］〕]/u

export function isPlaceholder(words: string): boolean {
  return placeholder.test(words)
}
