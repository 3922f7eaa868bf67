'use client'
import type { RecordedDuty } from '../../../core/compare/duties/meet.ts'
import { DutyLaw } from './DutyText.tsx'
import './duties.css'
import { dutyWords } from './duty-words.ts'

/** How the duties of an edition were met, for members. */
export function RecordedDuties({
  duties,
  language,
}: {
  readonly duties: readonly RecordedDuty[]
  readonly language: 'ja' | 'en'
}) {
  const words = dutyWords(language)
  if (duties.length === 0) return null
  return (
    <details className="publishing__duties">
      <summary>{words.recorded(duties.length)}</summary>
      <ul>
        {duties.map((duty) => (
          <li key={duty.key}>
            <DutyLaw {...{ duty, language }} />
            {'met' in duty ? (
              <p>
                {[
                  words.met,
                  duty.met.where,
                  duty.met.when,
                  ...(duty.met.leadDays === undefined ? [] : [words.days(duty.met.leadDays)]),
                  ...(duty.met.note ? [duty.met.note] : []),
                ].join(' — ')}
              </p>
            ) : (
              <p>
                {words.waived} — {duty.waived.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
