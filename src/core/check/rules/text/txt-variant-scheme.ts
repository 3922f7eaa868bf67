import type { Rule } from '../../rule.ts'

const address = /(?<![A-Za-z])(?<scheme>https?):\/\/[A-Za-z0-9][^\s\u3000、。「」『』（）()<>"']*/gu

/** One address by http among addresses by https: mostly a page that has moved since. */
export const txtVariantScheme: Rule = {
  id: 'txt-variant-scheme',
  title: { ja: 'httpのアドレス', en: 'Addresses by http among https' },
  severity: 'info',
  basis: null,
  isQuestion: true,
  anyLanguage: true,
  *check({ text }) {
    if (!text.includes('http://') || !text.includes('https://')) return
    const found = [...text.matchAll(address)].filter(({ groups }) => groups?.scheme === 'http')
    const [first] = found
    if (!first) return
    const [met] = first
    yield {
      at: { start: first.index, end: first.index + met.length },
      evidence: found.slice(0, 10).map(([one]) => one),
      message: {
        ja: `「${met}」${found.length > 1 ? `など${found.length}件` : ''}だけがhttpで、ほかのアドレスはhttpsです。httpsでも開けるなら、httpsに改めてください。`,
        en: `“${met}”${found.length > 1 ? ` and ${found.length - 1} more` : ''} by http, while other addresses go by https. If https works there too, write that.`,
      },
    }
  },
}
