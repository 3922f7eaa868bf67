/** A source that is no policy. The message says what was met and what to do instead. */
export class ParseRefused extends Error {
  readonly messages: { readonly ja: string; readonly en: string }
  constructor(messages: { readonly ja: string; readonly en: string }) {
    super(messages.en)
    this.name = 'ParseRefused'
    this.messages = messages
  }
}

/** 20 million characters: a hundred times the longest policy there is, many times over. */
const longest = 20_000_000

const subject =
  /個\s*人\s*情\s*報|個\s*人\s*デ\s*ー\s*タ|プライバシ|privacy|personal (?:information|data)/iu

/** Throws `ParseRefused` where a text cannot be a policy. */
export function refuseWhatIsNoPolicy(text: string): void {
  if (text.length > longest)
    throw new ParseRefused({
      ja: `文書が長すぎます（${text.length.toLocaleString('en-US')}文字）。プライバシーポリシー1件だけのファイルを指定してください。`,
      en: `The text is too long (${text.length.toLocaleString('en-US')} characters). Give a file that holds one privacy policy.`,
    })
  if (text.trim() === '')
    throw new ParseRefused({
      ja: '文書が空です。プライバシーポリシーの本文があるファイルを指定してください。',
      en: 'The text is empty. Give a file that holds the text of a privacy policy.',
    })
  if (isBinary(text))
    throw new ParseRefused({
      ja: 'テキストとして読めません（バイナリか、文字コードの誤りです）。テキスト（UTF-8など）で保存し直して指定してください。',
      en: 'This is not text (binary, or read in the wrong encoding). Save it as text, for example in UTF-8, and give that file.',
    })
  if (!subject.test(text.normalize('NFKC')))
    throw new ParseRefused({
      ja: 'プライバシーポリシーには見えません（「個人情報」「プライバシー」などの語がありません）。ファイルを確かめてください。',
      en: 'This does not look like a privacy policy: it never mentions personal information or privacy. Check the file.',
    })
}

/** NUL never stands in text; other control characters and undecodable bytes only now and then. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 100_000)
  if (start.includes('\0')) return true
  let strange = 0
  for (let i = 0; i < start.length; i++) {
    const code = start.charCodeAt(i)
    if (code === 0xfffd || (code < 0x20 && !(code >= 0x09 && code <= 0x0d))) strange++
  }
  return strange > start.length / 50
}
