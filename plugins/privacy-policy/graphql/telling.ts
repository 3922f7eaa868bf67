import { APIError, type PayloadRequest } from 'payload'
import { say } from '../../../collections/validation.ts'
import { ReadRefused } from '../../../src/delivery/problem.ts'
import { OperationRefused } from '../../../src/operations/refused.ts'
import { statusFor } from '../refusals.ts'

/** Tells the client why, in its language. Of an error without a status Payload says only that something went wrong. */
export async function telling<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OperationRefused) {
      const data = { code: error.code, errors: error.details }
      throw new APIError(say(req, error.messages), statusFor(error, req), data, true)
    }
    if (error instanceof ReadRefused) {
      const { code, detail, members, status } = error.problem
      throw new APIError(say(req, detail), status, { code, ...members }, true)
    }
    throw error
  }
}
