import { CommanderError } from 'commander'
import { PlanFileRefused } from '../core/bulk/plan-file.ts'
import { ReplacementRefused } from '../core/bulk/replace-in-text.ts'
import { ParseRefused } from '../core/parse/index.ts'
import type { Words } from '../core/words.ts'
import { isInvalid } from '../operations/invalid-fields.ts'
import { OperationRefused, refusals } from '../operations/refused.ts'
import { Refusal } from '../platform/refusal.ts'

/** What every command tells the shell. Of a refusal, the code goes with the status that HTTP has for it. */
export const exitCodes = {
  done: 0,
  fault: 1,
  /** `check`, as linters do; a fault says so on standard error. */
  errorsFound: 1,
  misspelt: 2,
  refused: 3,
  conflict: 4,
  missing: 5,
  unavailable: 6,
  doesNotHold: 7,
  receiptUnproven: 8,
  /** Stopped by Ctrl-C with organisations left to do; as shells have it. */
  interrupted: 130,
} as const

export const exitCodeWords: Words = {
  ja: `
終了コード: 0 完了　1 このソフトウェアの不具合（check ではエラーがある）　2 指定の誤り　3 内容による拒否（理由を表示）　4 ほかの公表などとの競合
　5 指定したものがない　6 データベース・ファイル・ネットワークを使えない　7 正しくない版がある　8 控えの版が連鎖にない　130 途中で止めた（apply。もう一度実行すると続ける）`,
  en: `
Exit codes: 0 done; 1 a defect of this software (of check: there are errors); 2 misspelt; 3 refused, and told why; 4 somebody else came first;
5 what was named is not there; 6 database, file or network cannot be used; 7 an edition does not hold; 8 the receipt is not in the chain;
130 stopped on the way (apply: run it again to go on)`,
}

const ofStatus: { readonly [status: number]: number } = {
  400: exitCodes.misspelt,
  403: exitCodes.refused,
  404: exitCodes.missing,
  409: exitCodes.conflict,
  413: exitCodes.refused,
  422: exitCodes.refused,
  503: exitCodes.unavailable,
}

/** The code for an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.misspelt
  if (error instanceof OperationRefused) return ofStatus[refusals[error.code].status] ?? 1
  if (error instanceof ParseRefused || error instanceof PlanFileRefused) return exitCodes.refused
  if (error instanceof ReplacementRefused) return exitCodes.refused
  if (error instanceof Refusal) return exitCodes.unavailable
  if (isInvalid(error)) return exitCodes.refused
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' ? exitCodes.missing : exitCodes.unavailable
}
