import { CommanderError } from 'commander'
import { PlanFileRefused } from '../core/bulk/plan-file.ts'
import { ReplacementRefused } from '../core/bulk/replace-in-text.ts'
import { ParseRefused } from '../core/parse/index.ts'
import type { Words } from '../core/words.ts'
import { isInvalid, sentenceOfInvalid } from '../operations/invalid-fields.ts'
import { OperationRefused } from '../operations/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { say } from './language.ts'

/**
 * The sentence for an error that is the user's to mend, '' where it has been said; undefined for a fault of ours, which
 * keeps its stack.
 */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof CommanderError) return ''
  if (error instanceof OperationRefused || error instanceof ParseRefused) return say(error.messages)
  if (error instanceof ReplacementRefused) return say(error.messages)
  if (error instanceof PlanFileRefused)
    return say({
      ja: `${error.line}行目: ${error.messages.ja}`,
      en: `Line ${error.line}: ${error.messages.en}`,
    })
  if (error instanceof Refusal) return say(error.words)
  if (isInvalid(error)) return sentenceOfInvalid(error)
  const { code, path } = error as NodeJS.ErrnoException
  return error instanceof Error && code && path ? say(unreadable(path, code)) : undefined
}

const unreadable = (file: string, code: string): Words => ({
  ja: `ファイル「${file}」を読めません（${code}）。パスと読み取り権限を確かめてください。`,
  en: `Cannot read the file ${file} (${code}). Check the path and the permission to read it.`,
})
