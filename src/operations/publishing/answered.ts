import type { Waiver } from '../../core/check/waiver.ts'
import type { DutyRecord } from '../../core/compare/duties/meet.ts'
import { OperationRefused } from '../refused.ts'

/** What is said of errors and duties once they are known, for who publishes many policies by rules. */
export type Answers = {
  readonly waivers: (refusal: OperationRefused) => readonly Waiver[]
  readonly duties: (refusal: OperationRefused) => readonly DutyRecord[]
}

/** Passes a gate with what was given; where nothing was, once more with the answer to what it asks for. */
export function answered<Given, T>(
  pass: (given: readonly Given[]) => T,
  given: readonly Given[] | undefined,
  asks: OperationRefused['code'],
  answer: ((refusal: OperationRefused) => readonly Given[]) | undefined,
): T {
  try {
    return pass(given ?? [])
  } catch (error) {
    if (given || !answer || !(error instanceof OperationRefused) || error.code !== asks) throw error
    return pass(answer(error))
  }
}
