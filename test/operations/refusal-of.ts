import { OperationRefused } from '../../src/operations/refused.ts'

/** Why an operation was refused; fails where it was not, and with any other error. */
export const refusalOf = (work: Promise<unknown>): Promise<OperationRefused> =>
  work.then(
    () => Promise.reject(new Error('Expected a refusal')),
    (error) => (error instanceof OperationRefused ? error : Promise.reject(error)),
  )
