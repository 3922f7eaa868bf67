'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { kindWordsOf, standingWords } from '../../../core/edition/edition-words.ts'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import { checkingWords } from '../checking/checking-words.ts'
import { RecordedDuties } from '../duties/RecordedDuties.tsx'
import type { PublishingWords } from './publishing-words.ts'
import { editionsOf } from './usePublishing.ts'

type Props = {
  readonly api: string
  readonly status: PublishingStatus
  readonly words: PublishingWords
  readonly language: 'ja' | 'en'
  readonly isBusy: boolean
  readonly restore: (number: number) => void
  readonly correct: (number: number) => void
  readonly withdraw: (number: number) => void
}

/** All editions, the newest first, each with where it stands and what can be done about it. */
export function EditionList(props: Props) {
  const { status, words } = props
  return (
    <section className="publishing__section">
      <h2>{words.editions}</h2>
      {status.editions.length === 0 ? (
        <p>{words.noEditions}</p>
      ) : (
        <table className="publishing__editions">
          <thead>
            <tr>
              <th>{words.number}</th>
              <th>{words.standing}</th>
              <th>{words.kind}</th>
              <th>{words.effectiveFrom}</th>
              <th>{words.summary}</th>
              <th>{words.hash}</th>
              <th>{words.actions}</th>
            </tr>
          </thead>
          <tbody>
            {status.editions.toReversed().map((edition) => (
              <EditionLine key={edition.number} edition={edition} {...props} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function EditionLine({
  edition,
  api,
  status,
  words,
  language,
  isBusy,
  restore,
  correct,
  withdraw,
}: Props & { readonly edition: PublishingStatus['editions'][number] }) {
  const [isAsked, setAsked] = useState(false)
  const { number, standing, effectiveFrom, summary, sha256, corrects, withdraws } = edition
  const hasText = Object.keys(edition.languages).length > 0
  const isLive = standing === 'inForce' || standing === 'upcoming' || standing === 'past'
  const target = corrects ?? withdraws
  return (
    <>
      <tr data-edition={number}>
        <td>
          <a href={`${editionsOf(api, status)}/${number}.json`}>{words.edition(number)}</a>
        </td>
        <td>
          {standing && (
            <span className={`publishing__standing publishing__standing--${standing}`}>
              {standingWords[standing][language]}
            </span>
          )}
        </td>
        <td>
          {kindWordsOf(edition)[language]}
          {target !== null && ` (${words.edition(target)})`}
        </td>
        <td>{effectiveFrom}</td>
        <td>
          {summary[language] || summary.ja || summary.en}
          {edition.waivers.length > 0 && (
            <details className="publishing__waivers">
              <summary>{checkingWords(language).waived(edition.waivers.length)}</summary>
              <ul>
                {edition.waivers.map(({ key, message, reason }) => (
                  <li key={key}>
                    {message[language]} — {reason}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <RecordedDuties duties={edition.duties} language={language} />
        </td>
        <td>
          <code title={sha256}>{sha256.slice(0, 12)}</code>
        </td>
        <td className="publishing__actions">
          {hasText && status.may.restore && (
            <button type="button" disabled={isBusy} onClick={() => setAsked(!isAsked)}>
              {words.restore}
            </button>
          )}
          {hasText && isLive && status.may.publish && (
            <button type="button" disabled={isBusy} onClick={() => correct(number)}>
              {words.correct}
            </button>
          )}
          {standing === 'upcoming' && status.may.publish && (
            <button type="button" disabled={isBusy} onClick={() => withdraw(number)}>
              {words.withdraw}
            </button>
          )}
        </td>
      </tr>
      {isAsked && (
        <tr className="publishing__asked">
          <td colSpan={7}>
            <p>{words.restoreTold}</p>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => {
                setAsked(false)
                restore(number)
              }}
            >
              {words.restoreConfirm}
            </Button>
            <Button size="small" buttonStyle="secondary" onClick={() => setAsked(false)}>
              {words.back}
            </Button>
          </td>
        </tr>
      )}
    </>
  )
}
