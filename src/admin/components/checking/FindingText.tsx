'use client'
import type { CheckingWords } from './checking-words.ts'
import type { Finding } from './useCheck.ts'

/** What a finding says: where it is judged, what was met, what to do, and by which law. */
export function FindingText({
  finding: { isQuestion, message, place, evidence, law, language: of, ruleId },
  words,
  language,
}: {
  readonly finding: Finding
  readonly words: CheckingWords
  readonly language: 'ja' | 'en'
}) {
  const quotes = place.text ? [place.text] : evidence.slice(0, 1)
  return (
    <>
      <p className="checking__message">
        {isQuestion && <span className="checking__question">{words.question}</span>}
        {message[language]}
      </p>
      {quotes.map((quote) => (
        <blockquote key={quote} lang={of}>
          {quote}
        </blockquote>
      ))}
      <p className="checking__law">
        {law?.article[language]}
        {law && law.certainty !== 'certain' && words.uncertain} <code>{ruleId}</code>
        {of !== 'ja' && ` ${words.languages[of] ?? of}`}
      </p>
    </>
  )
}
