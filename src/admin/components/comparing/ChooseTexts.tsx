'use client'
import type { PolicyComparison } from '../../../operations/comparing/compare-policy.ts'
import type { ComparingWords } from './comparing-words.ts'
import type { Asked } from './useComparison.ts'

/** Which texts are compared: an edition, and another or the working copy; and from which day that would hold. */
export function ChooseTexts({
  compared,
  asked,
  change,
  words,
}: {
  readonly compared: PolicyComparison
  readonly asked: Asked
  readonly change: (asked: Partial<Asked>) => void
  readonly words: ComparingWords
}) {
  const { editions, before, after, locale, locales, today } = compared
  const options = editions.toReversed().map(({ number, effectiveFrom }) => (
    <option key={number} value={number}>
      {words.edition(number, effectiveFrom)}
    </option>
  ))
  return (
    <fieldset className="comparing__choices">
      <label>
        <span>{words.before}</span>
        <select
          name="before"
          value={before.edition ?? ''}
          onChange={({ target }) => change({ before: Number(target.value) })}
        >
          {options}
        </select>
      </label>
      <label>
        <span>{words.after}</span>
        <select
          name="after"
          value={after.edition ?? ''}
          onChange={({ target }) => change({ after: target.value ? Number(target.value) : null })}
        >
          <option value="">{words.workingCopy}</option>
          {options}
        </select>
      </label>
      {after.edition === null && (
        <label>
          <span>{words.day}</span>
          <input
            type="date"
            name="effectiveFrom"
            value={asked.effectiveFrom || today}
            onChange={({ target }) => change({ effectiveFrom: target.value })}
          />
          <small>{words.dayTold}</small>
        </label>
      )}
      {locales.length > 1 && (
        <label>
          <span>{words.locale}</span>
          <select
            name="locale"
            value={locale}
            onChange={({ target }) => change({ locale: target.value })}
          >
            {locales.map((code) => (
              <option key={code} value={code}>
                {words.languages[code] ?? code}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  )
}
