import { Command, Option } from 'commander'
import { type ExportVerdict, readReceipt, verifyExport } from '../../core/edition/index.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { exitCodes } from '../exit-codes.ts'
import { exportSource } from '../export-source.ts'
import { say } from '../language.ts'
import { policyPath, type ServerOption, serverAt, serverOption } from '../there/server.ts'

type Options = ServerOption & { readonly receipt?: string; readonly format: 'text' | 'json' }

export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      say({
        ja: '公表した版の書き出し（/editions.jsonl）のハッシュ値と連鎖を計算し直します。',
        en: 'Works out again every hash of an export (/editions.jsonl) and its chain.',
      }),
    )
    .argument(
      '[source]',
      say({
        ja: 'URL、ファイル、-（標準入力）、または 事業者/ポリシー',
        en: 'URL, file, - (standard input), or ORGANISATION/POLICY',
      }),
      '-',
    )
    .option(
      '--receipt <policy-edition>',
      say({
        ja: '同意の記録などに残した Policy-Edition の値。その版が連鎖の中にあるかを確かめる',
        en: 'a Policy-Edition that was stored; is its text in the chain?',
      }),
    )
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      say({
        ja: `
末尾の版が除かれていないことは、最新の版の控え（--receipt）またはハッシュ値との照合で確かめます。`,
        en: `
That no newest edition was left away is shown by a receipt of the newest (--receipt), or by its hash.`,
      }),
    )
    .addOption(serverOption())
    .action(async (source: string, { receipt: given, format, server }: Options) => {
      const receipt = given === undefined ? null : readReceipt(given)
      if (given !== undefined && !receipt) throw unreadableReceipt
      const lines = server === undefined ? exportSource(source) : editionsThere(source, server)
      const verdict = lines
        ? await verifyExport(lines, receipt)
        : await verifyAtWork(source, (own) => verifyExport(own, receipt))
      if (verdict.ok && verdict.editions === 0) throw empty(source)
      console.log(format === 'json' ? JSON.stringify(verdict, null, 2) : sentences(verdict))
      if (!verdict.ok) process.exitCode = exitCodes.doesNotHold
      else if (verdict.receipt?.ok === false) process.exitCode = exitCodes.receiptUnproven
    })
}

/** The editions of a policy that a server has, as it sends them to everybody. */
const editionsThere = (name: string, server: string) =>
  serverAt(server).chunks(`${policyPath(name)}/editions.jsonl`)

/** Reads the editions of a policy out of the database that the set-up uses. */
async function verifyAtWork(
  name: string,
  verify: (lines: AsyncIterable<Uint8Array>) => Promise<ExportVerdict>,
): Promise<ExportVerdict> {
  const [organisation = '', policy = '', ...rest] = name.split('/')
  if (!organisation || !policy || rest.length > 0 || /[.\\]/.test(name)) throw nothingCalled(name)
  const { atWork, exportLines, payloadSource } = await import('../workplace.ts')
  return atWork(async ({ req }) => {
    const source = payloadSource(req.payload)
    const brought = await source.open({ organisation, policy }, 'none')
    if (!brought) throw nothingCalled(name)
    return verify(exportLines(source, brought.history))
  })
}

function sentences(verdict: ExportVerdict): string {
  const { receipt } = verdict
  const told = verdict.ok
    ? say({
        ja: `${verdict.editions} 版すべてが正しく、連鎖しています。\nsha256 ${verdict.sha256}`,
        en: `All ${verdict.editions} editions hold, each chained to the one before.\nsha256 ${verdict.sha256}`,
      })
    : say({
        ja: `${verdict.line} 行目${verdict.edition === null ? '' : `（第${verdict.edition}版）`}が正しくありません。${verdict.why.ja}（それより前の ${verdict.editions} 版は正しい）`,
        en: `Line ${verdict.line}${verdict.edition === null ? '' : ` (edition ${verdict.edition})`} does not hold. ${verdict.why.en} (The ${verdict.editions} before it hold.)`,
      })
  if (!receipt) return told
  return `${told}\n${
    receipt.ok
      ? say({
          ja: `控えは第${receipt.edition}版のもので、連鎖の中にあります。`,
          en: `The receipt is of edition ${receipt.edition}, which stands in the chain.`,
        })
      : say(receipt.why)
  }`
}

const unreadableReceipt = new OperationRefused('bad-request', {
  ja: '控えを読み取れません。応答ヘッダー Policy-Edition の値をそのまま指定してください。例: \'"019…";sha256="…";lang="ja";effective="2027-04-01"\'',
  en: 'Cannot read the receipt. Give the value of the header Policy-Edition as it was, such as \'"019…";sha256="…";lang="ja";effective="2027-04-01"\'.',
})

const empty = (source: string) =>
  new OperationRefused('edition-missing', {
    ja: `「${source}」に版がありません。/editions.jsonl を指定してください。`,
    en: `There is no edition in ${source}. Give what /editions.jsonl sends.`,
  })

const nothingCalled = (name: string) =>
  new OperationRefused('policy-missing', {
    ja: `「${name}」というファイルも、公表されたポリシーもありません。URL、ファイル、-、または 事業者/ポリシー を指定してください。`,
    en: `There is no file and no published policy \`${name}\`. Give a URL, a file, -, or ORGANISATION/POLICY.`,
  })
