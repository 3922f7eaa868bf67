import type { PayloadRequest } from 'payload'
import { isStorable } from '../../../src/core/storable.ts'
import { bringIn, type ImportStep } from '../../../src/operations/exchange/bring-in.ts'
import {
  type ExportRequest,
  exportEntries,
} from '../../../src/operations/exchange/export-entries.ts'
import { exportLinesOf, linesSource } from '../../../src/operations/exchange/json-lines.ts'
import { OperationRefused } from '../../../src/operations/refused.ts'
import { settingsOf } from '../../../src/operations/settings.ts'
import { parameterOf } from '../for-members.ts'
import type { ResolvedOptions } from '../options.ts'
import { objectIn, type RequestBody } from '../request-body.ts'
import { answerAsMade, JSON_LINES } from './answer-lines.ts'
import { textOf } from './body-bytes.ts'
import { bad } from './change-request.ts'
import { spooled } from './spooled-file.ts'
import type { Writer } from './writers.ts'

/** Bytes of the longest question for an export: the names of some 10,000 organisations. */
const MOST = 1024 * 1024

/**
 * `POST /{bulk updates}/export`: `{ "organisations": ["…"] }`, or nothing for all. The answer is the lines of an export
 * (`core/exchange`), what is internal to editions among them, and a last one, `{"end":true}`.
 */
export async function answerExport(writer: Writer, req: PayloadRequest): Promise<Response> {
  refuseOthers(writer)
  const request = requestIn(objectIn(await textOf(req, MOST)))
  return answerAsMade(JSON_LINES, lines(), req)

  async function* lines(): AsyncGenerator<string> {
    const languages = Object.keys(settingsOf(req.payload).locales)
    yield* exportLinesOf(exportEntries(request, writer.reading), languages)
    yield `${JSON.stringify({ end: true })}\n`
  }
}

/**
 * `POST /{bulk updates}/import`: the lines of an export; `?apply=true` to write into a database that has records,
 * `?dryRun=true` to write in no case, `?name=` of the file, as flaws name it. All of it is checked first; then each
 * organisation is told as it is written, a JSON value a line, the last `{"end": …}`. A client that goes away ends it
 * after what is begun; sent again, it brings the rest.
 */
export async function answerImport(
  writer: Writer,
  req: PayloadRequest,
  { planBytes, remoteImport }: ResolvedOptions,
): Promise<Response> {
  refuseOthers(writer)
  const [apply, dryRun] = [flag('apply', req), flag('dryRun', req)]
  if (!remoteImport && !dryRun) throw importsElsewhere
  const name = parameterOf(req, 'name') ?? 'export.jsonl'
  const { file, remove } = await spooled(req, planBytes)
  return answerAsMade(JSON_LINES, told(), req)

  async function* told(): AsyncGenerator<string> {
    const line = (step: ImportStep) => `${JSON.stringify(step)}\n`
    try {
      const source = await linesSource(file, name)
      for await (const step of bringIn(source, { apply, dryRun }, writer.reading)) yield line(step)
    } finally {
      await remove()
    }
  }
}

function requestIn({ organisations, ...unknown }: RequestBody): ExportRequest {
  const [field] = Object.keys(unknown)
  if (field !== undefined) throw bad(field, 'organisations')
  if (organisations === undefined) return {}
  if (Array.isArray(organisations) && organisations.every(isStorable)) return { organisations }
  throw bad('organisations', '["…"]')
}

function flag(name: string, req: PayloadRequest): boolean {
  const value = parameterOf(req, name) ?? 'false'
  if (value === 'true' || value === 'false') return value === 'true'
  throw bad(name, 'true, false')
}

/** An export holds what is internal and what lies in the trash, and an import writes all of it. */
function refuseOthers({ within }: Writer): void {
  if (!within.library) throw adminsOnly
}

const adminsOnly = new OperationRefused('not-allowed', {
  ja: '書き出しと取り込みは、すべての事業者の管理者だけが行えます。権限のあるユーザーでログインしてください。',
  en: 'Only admins of all organisations export and import. Sign in as one of them.',
})

const importsElsewhere = new OperationRefused('not-allowed', {
  ja: 'このサーバーは、書き出しの取り込みを受け付けない設定です。取り込みは過去の日付の版も書き込むためです。データベースのある場所で取り込むか、運用者に remoteImport（REMOTE_IMPORT=1）の設定を依頼してください。--dry-run はできます。',
  en: 'This server is not set to take imports, for they write editions of any date. Import where the database is, or have its operator set `remoteImport` (REMOTE_IMPORT=1). --dry-run works.',
})
