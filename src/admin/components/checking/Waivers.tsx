'use client'
import './checking.css'
import { checkingWords } from './checking-words.ts'
import { FindingText } from './FindingText.tsx'
import type { Finding } from './useCheck.ts'

/** An error of the text, or only of the one that this pending edition is published again with. */
export type MetError = Finding & { readonly reissues?: number }

/** The errors that stand in the way of publishing, each with room for the reason to publish in spite of it. */
export function Waivers({
  errors,
  reasons,
  change,
  language,
}: {
  readonly errors: readonly MetError[]
  readonly reasons: { readonly [key: string]: string }
  readonly change: (reasons: { readonly [key: string]: string }) => void
  readonly language: 'ja' | 'en'
}) {
  const words = checkingWords(language)
  if (errors.length === 0) return null
  return (
    <div className="checking checking--waivers">
      <h3>
        {words.waivers} ({errors.length})
      </h3>
      <p>{words.waiversTold}</p>
      <ul>
        {errors.map((finding) => (
          <li
            key={finding.key}
            className="checking__finding checking__finding--error"
            data-rule={finding.ruleId}
          >
            {finding.reissues !== undefined && <p>{words.reissued(finding.reissues)}</p>}
            <FindingText {...{ finding, words, language }} />
            <label className="publishing__field">
              <span>{words.waiverReason}</span>
              <textarea
                rows={2}
                value={reasons[finding.key] ?? ''}
                onChange={({ target }) => change({ ...reasons, [finding.key]: target.value })}
              />
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
