import type { Answer } from '../answer.ts'
import { type Address, pagePath } from '../asked/addresses.ts'
import { readQuestion, timesOf, wantedBy } from '../asked/question.ts'
import type { PageRoute } from '../asked/routes.ts'
import { queryOf as comparisonQuery } from '../comparison/comparison-answer.ts'
import { findByNumber, findByQuestion, openAt } from '../find.ts'
import { acceptedMoment, gateAnswer } from '../memento/memento.ts'
import { hasMoved, moved } from '../moved.ts'
import { expectedLanguage, queryOf, type Reading } from '../reading.ts'
import { addressOf } from '../sources/source.ts'
import { comparisonPageAnswer } from './comparison-page-answer.ts'
import { pageAnswer } from './page-answer.ts'

/** Answers what is asked of the pages for people. @throws ReadRefused */
export async function pagesAnswer(
  { address, number, compared }: PageRoute,
  reading: Reading,
): Promise<Answer> {
  if (compared) return comparisonPage(address, compared, reading)
  const { library, mount } = reading.setUp
  const language = expectedLanguage(reading)
  const times = timesOf(reading.parameters)
  const question = readQuestion(times, reading.now)
  const moment = number === null ? acceptedMoment(reading, times) : null
  const wanted = number === null ? wantedBy(question) : { number }
  const opened = await openAt(library, mount, address, wanted, language)
  const { history } = opened.policy
  if (hasMoved(history, address)) {
    const path = `${pagePath(mount, addressOf(history)) ?? ''}${number === null ? '' : `/editions/${number}`}`
    return moved(path + queryOf(reading), reading)
  }
  const pathTo = (query: string) => pagePath(mount, address, query) ?? ''
  const gate = moment === null ? null : gateAnswer(history, moment, pathTo, reading)
  if (gate) return gate
  const found =
    number === null
      ? findByQuestion(opened, question, mount)
      : findByNumber(opened, number, mount, reading.now)
  return pageAnswer(found, number, reading)
}

async function comparisonPage(
  address: Address,
  numbers: readonly [number, number],
  reading: Reading,
): Promise<Answer> {
  const { library, mount } = reading.setUp
  const opened = await openAt(library, mount, address, { numbers })
  const { history } = opened.policy
  if (!hasMoved(history, address)) return comparisonPageAnswer(opened, numbers, reading)
  const path = pagePath(mount, addressOf(history)) ?? ''
  return moved(`${path}/compare/${numbers.join('...')}${comparisonQuery(reading)}`, reading)
}
