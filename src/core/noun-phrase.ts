export const openings = '(（［[〔'
export const closings = ')）］]〕'
const quotes: { readonly [open: string]: string } = {
  '「': '」',
  '『': '』',
  '“': '”',
  '"': '"',
  '【': '】',
  '〈': '〉',
  '‘': '’',
}
/** The last noun phrase of a text: from its clause's start, without the clause that says who offers it. */
export function nounPhrase(text: string): string {
  const trimmed = text.trimEnd()
  const last = trimmed.at(-1) ?? ''
  const open = Object.keys(quotes).find((sign) => quotes[sign] === last)
  if (open !== undefined) {
    const start = trimmed.lastIndexOf(open, trimmed.length - 2)
    // 「あおばマルシェ」(以下…): a name in quotation marks, not 「あおば」およびその関連サービス, is meant as it stands.
    if (start >= 0 && !/[のがる]$/u.test(trimmed.slice(0, start)))
      return trimmed.slice(start + 1, -1)
  }
  const phrase = trimmed.slice(clauseStart(trimmed)).replace(/^[\s、，・-]+/u, '')
  const offered =
    /^(?:[^、。()（）]|[(（][^()（）]*[)）]){1,40}?が(?:提供|運営|開発|販売|管理|実施|設置|主催|配信)(?:[・および及び、]*(?:提供|運営|開発|販売|管理|実施|設置|主催|配信))*(?:する|している|します)(?=.{3})/u.exec(
      phrase,
    )
  return offered ? phrase.slice(offered[0].length).trim() : phrase
}

/** Where the clause that a text ends in begins: after 。, は、, て、, により、 … outside brackets and quotes. */
export function clauseStart(text: string): number {
  let depth = 0
  for (let i = text.length - 1; i >= 0; i--) {
    const sign = text.charAt(i)
    if (closings.includes(sign) || sign === '」' || sign === '』') depth++
    else if (openings.includes(sign) || sign === '「' || sign === '『') {
      if (depth === 0) return i + 1
      depth--
    } else if (depth === 0) {
      if (sign === '。' || sign === '\n' || sign === '：') return i + 1
      if (
        sign === '、' &&
        /(?:は|が|て|り|し|には|では|とき|場合|ため|うえで|上で|とおり|ほか|また|なお|および|及び|として|に基づき|に関し|につき|から|ば|ただし|但し)$/u.test(
          text.slice(Math.max(0, i - 4), i),
        )
      )
        return i + 1
      // 当社は本サービスの… : a topic without a comma.
      if (sign === 'は' && /^[当弊本]/u.test(text.slice(Math.max(0, i - 3), i))) return i + 1
    }
  }
  return 0
}
