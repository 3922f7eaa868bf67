import type { Answer } from './answer.ts'
import {
  comparisonPath,
  editionPath,
  editionsPath,
  feedPath,
  type Mount,
  policyPath,
  timemapPath,
} from './asked/addresses.ts'
import { readQuestion, timesOf, wantedBy } from './asked/question.ts'
import { type Route, routeForms } from './asked/routes.ts'
import { comparisonAnswer, queryOf as comparisonQuery } from './comparison/comparison-answer.ts'
import { feedAnswer } from './feed/feed-answer.ts'
import { findByNumber, findByQuestion, openAt } from './find.ts'
import { representationOf } from './formats/representations.ts'
import { chooseFormat, textAnswer } from './formats/text-answer.ts'
import { editionsAnswer, exportAnswer, policiesAnswer, schemaAnswer } from './lists/list-answers.ts'
import { acceptedMoment, gateAnswer, timemapAnswer } from './memento/memento.ts'
import { hasMoved, moved } from './moved.ts'
import { quoted, ReadRefused } from './problem.ts'
import { expectedLanguage, queryOf, type Reading } from './reading.ts'
import { addressOf } from './sources/source.ts'

/** Answers what is asked of the API at a path. @throws ReadRefused */
export async function apiAnswer(
  { pathname, route }: { readonly pathname: string; readonly route: Route | null },
  reading: Reading,
): Promise<Answer> {
  const { library, mount } = reading.setUp
  const language = expectedLanguage(reading)
  if (!route) throw strayed(pathname, mount)
  switch (route.to) {
    case 'policies':
      return policiesAnswer(reading.parameters.get('organisation'), reading)
    case 'organisation':
      return policiesAnswer(route.organisation, reading)
    case 'schema':
      return schemaAnswer(reading)
    case 'editions': {
      const { address, extension } = route
      if (!['', '.json', '.jsonl'].includes(extension)) representationOf(extension)
      const isExport = extension === '.jsonl'
      const opened = await openAt(library, mount, address, isExport ? 'all' : 'none')
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(editionsPath(mount, addressOf(history), extension), reading)
      return isExport ? exportAnswer(opened, reading) : editionsAnswer(opened, reading)
    }
    case 'feed':
    case 'timemap': {
      const { address, to } = route
      const opened = await openAt(library, mount, address, 'none')
      const { history } = opened.policy
      const [path, answer] =
        to === 'feed' ? ([feedPath, feedAnswer] as const) : ([timemapPath, timemapAnswer] as const)
      if (hasMoved(history, address))
        return moved(path(mount, addressOf(history), queryOf(reading)), reading)
      return answer(opened, reading)
    }
    case 'edition': {
      const { address, extension, number } = route
      const format = chooseFormat(extension, reading)
      const opened = await openAt(library, mount, address, { number }, language)
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(
          editionPath(mount, addressOf(history), number, extension, queryOf(reading)),
          reading,
        )
      return textAnswer(findByNumber(opened, number, mount, reading.now), format, number, reading)
    }
    case 'comparison': {
      const { address, extension, numbers } = route
      const format = chooseFormat(extension, reading)
      const opened = await openAt(library, mount, address, { numbers })
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(
          comparisonPath(mount, addressOf(history), numbers, extension, comparisonQuery(reading)),
          reading,
        )
      return comparisonAnswer(opened, numbers, format, reading)
    }
    case 'policy': {
      const { address, extension } = route
      const times = timesOf(reading.parameters)
      const question = readQuestion(times, reading.now)
      const moment = acceptedMoment(reading, times)
      const format = chooseFormat(extension, reading)
      const opened = await openAt(library, mount, address, wantedBy(question), language)
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(policyPath(mount, addressOf(history), extension, queryOf(reading)), reading)
      const pathTo = (query: string) => policyPath(mount, address, extension, query)
      const gate = moment === null ? null : gateAnswer(history, moment, pathTo, reading)
      return gate ?? textAnswer(findByQuestion(opened, question, mount), format, null, reading)
    }
  }
}

const strayed = (pathname: string, { basePath }: Mount) =>
  new ReadRefused({
    status: 404,
    code: 'unknown-path',
    title: { ja: 'このアドレスには何もありません', en: 'Nothing at this address' },
    detail: {
      ja: `「${quoted(pathname)}」には何もありません。${basePath} に一覧があります。`,
      en: `There is nothing at \`${quoted(pathname)}\`. Start from ${basePath}.`,
    },
    members: { paths: routeForms.map((form) => basePath + form) },
  })
