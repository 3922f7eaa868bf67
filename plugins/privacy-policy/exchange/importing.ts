import type { PayloadRequest } from 'payload'
import { bringIn, type ImportStep } from '../../../src/operations/exchange/bring-in.ts'
import { linesSource } from '../../../src/operations/exchange/json-lines.ts'
import { OperationRefused } from '../../../src/operations/refused.ts'
import type { ResolvedOptions } from '../options.ts'
import { flagOf, parameterOf } from '../parameters.ts'
import { answerAsMade, JSON_LINES } from '../streams/answer-lines.ts'
import { spooled } from '../streams/spooled-file.ts'

/**
 * `POST /privacy-policy-exchange/import`: the lines of an export; `?apply=true` to write into a database that has records,
 * `?dryRun=true` to write in no case, `?name=` of the file, as flaws name it. All of it is checked first; then each
 * organisation is told as it is written, a JSON value a line, the last `{"end": …}`. A client that goes away ends it
 * after what is begun; sent again, it brings the rest.
 */
export async function answerImport(
  req: PayloadRequest,
  { importBytes, remoteImport }: ResolvedOptions,
): Promise<Response> {
  const [apply, dryRun] = [flagOf(req, 'apply'), flagOf(req, 'dryRun')]
  if (!remoteImport && !dryRun) throw importsElsewhere
  const name = parameterOf(req, 'name') ?? 'export.jsonl'
  const { file, remove } = await spooled(req, importBytes)
  return answerAsMade(JSON_LINES, told(), req)

  async function* told(): AsyncGenerator<string> {
    const line = (step: ImportStep) => `${JSON.stringify(step)}\n`
    try {
      const source = await linesSource(file, name)
      for await (const step of bringIn(source, { apply, dryRun }, { req })) yield line(step)
    } finally {
      await remove()
    }
  }
}

const importsElsewhere = new OperationRefused('not-allowed', {
  ja: 'このサーバーは、書き出しの取り込みを受け付けない設定です。取り込みは過去の日付の版も書き込むためです。データベースのある場所で取り込むか、運用者に remoteImport（REMOTE_IMPORT=1）の設定を依頼してください。--dry-run はできます。',
  en: 'This server is not set to take imports, for they write editions of any date. Import where the database is, or have its operator set `remoteImport` (REMOTE_IMPORT=1). --dry-run works.',
})
