import type { PayloadRequest } from 'payload'
import { isStorable } from '../../../src/core/storable.ts'
import {
  type ExportRequest,
  exportEntries,
} from '../../../src/operations/exchange/export-entries.ts'
import { exportLinesOf } from '../../../src/operations/exchange/json-lines.ts'
import { settingsOf } from '../../../src/operations/settings.ts'
import { bad, objectIn, type RequestBody } from '../request-body.ts'
import { answerAsMade, JSON_LINES } from '../streams/answer-lines.ts'
import { textOf } from '../streams/body-bytes.ts'

/** Bytes of the longest question for an export: the names of some 10,000 organisations. */
const MOST = 1024 * 1024

/**
 * `POST /privacy-policy-exchange/export`: `{ "organisations": ["…"] }`, or nothing for all. The answer is the lines of an
 * export (`core/exchange`), what is internal to editions among them, and a last one, `{"end":true}`.
 */
export async function answerExport(req: PayloadRequest): Promise<Response> {
  const request = requestIn(objectIn(await textOf(req, MOST)))
  return answerAsMade(JSON_LINES, lines(), req)

  async function* lines(): AsyncGenerator<string> {
    const languages = Object.keys(settingsOf(req.payload).locales)
    yield* exportLinesOf(exportEntries(request, { req }), languages)
    yield `${JSON.stringify({ end: true })}\n`
  }
}

function requestIn({ organisations, ...unknown }: RequestBody): ExportRequest {
  const [field] = Object.keys(unknown)
  if (field !== undefined) throw bad(field, 'organisations')
  if (organisations === undefined) return {}
  if (Array.isArray(organisations) && organisations.every(isStorable)) return { organisations }
  throw bad('organisations', '["…"]')
}
