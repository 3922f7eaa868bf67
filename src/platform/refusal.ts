import type { Words } from '../core/words.ts'

/**
 * A condition that the person at the terminal can remedy: one sentence that says what is wrong and what to do. Whoever
 * runs a command prints it and ends with an exit code; anything else that is thrown is a defect.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly words: Words,
    options?: ErrorOptions,
  ) {
    super(words.en, options)
  }
}
