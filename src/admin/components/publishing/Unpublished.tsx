'use client'
import { useConfig } from '@payloadcms/ui'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import { Problems, recordOf } from './Problems.tsx'
import type { PublishingWords } from './publishing-words.ts'

type Props = {
  readonly status: PublishingStatus
  readonly words: PublishingWords
  readonly language: 'ja' | 'en'
}

/** What publishing would change for the public, and what stands in its way. */
export function Unpublished({ status, words, language }: Props) {
  const { config } = useConfig()
  const { unpublished, problems } = status
  const { any, against, equals, languages, places } = unpublished
  const missing = Object.values(problems).flat()
  return (
    <section className="publishing__section">
      <h2>{words.unpublished}</h2>
      <p>
        {against === null ? words.first : any ? words.differs(against) : words.nothing(against)}
        {equals !== null && ` ${words.equals(equals)}`}
      </p>
      <ul className="publishing__languages">
        {Object.entries(languages).map(([code, state]) => (
          <li key={code} className={`publishing__language publishing__language--${state}`}>
            {words.languages[code] ?? code}: {words.states[state]}
          </li>
        ))}
      </ul>
      {places.length > 0 && (
        <ul className="publishing__changes">
          {places.map((place) => {
            const href = place.change === 'removed' ? undefined : recordOf(place, status)
            const name = place.name[language]
            return (
              <li key={`${place.collection} ${place.id} ${name}`}>
                <span className={`publishing__change publishing__change--${place.change}`}>
                  {words.changes[place.change]}
                </span>{' '}
                {href ? <a href={`${config.routes.admin}/collections/${href}`}>{name}</a> : name}
              </li>
            )
          })}
        </ul>
      )}
      {missing.length > 0 && (
        <>
          <h3>{words.problems}</h3>
          <Problems places={missing} {...{ status, words, language }} />
        </>
      )}
    </section>
  )
}
