'use client'
import { howWords, subjectWords } from '../../../core/compare/changes/words.ts'
import type { PickableChange } from '../../../core/partial/index.ts'
import type { PickableText } from '../../../operations/publishing/pickable-text.ts'
import './part-picker.css'
import { type PartWords, partWords } from './part-words.ts'
import { repicked } from './picking.ts'

type Props = {
  readonly told: PickableText
  /** The changes that are picked, by their keys; null for all. */
  readonly only: readonly string[] | null
  readonly pick: (only: readonly string[] | null) => void
  readonly language: 'ja' | 'en'
}

/** The changes of the working copy, each to be ticked if it goes into this edition. */
export function PartPicker({ told: { against, changes }, only, pick, language }: Props) {
  const words = partWords(language)
  const picked = new Set(only ?? changes.map(({ key }) => key))
  const held = changes.length - picked.size
  return (
    <fieldset className="part-picker">
      <legend>{words.legend}</legend>
      <p>{words.told(against.number, against.effectiveFrom)}</p>
      <p className="part-picker__all">
        <button type="button" onClick={() => pick(null)} disabled={held === 0}>
          {words.all}
        </button>
        <button type="button" onClick={() => pick([])} disabled={picked.size === 0}>
          {words.none}
        </button>
        <span role="status">
          {picked.size === 0 ? words.nothing : held > 0 && words.heldBack(held)}
        </span>
      </p>
      <ul>
        {changes.map((change) => (
          <Pickable
            key={change.key}
            change={change}
            all={changes}
            isPicked={picked.has(change.key)}
            toggle={() => pick(repicked(changes, only, change.key))}
            {...{ words, language }}
          />
        ))}
      </ul>
    </fieldset>
  )
}

function Pickable({
  change,
  all,
  isPicked,
  toggle,
  words,
  language,
}: {
  readonly change: PickableChange
  readonly all: readonly PickableChange[]
  readonly isPicked: boolean
  readonly toggle: () => void
  readonly words: PartWords
  readonly language: 'ja' | 'en'
}) {
  const { key, name, needs, changes } = change
  const needed = all.filter((other) => needs.includes(other.key))
  const needing = all.filter((other) => other.needs.includes(key) && !needs.includes(other.key))
  const namesOf = (list: readonly PickableChange[]) =>
    list.map((one) => one.name[language]).join(words.join)
  return (
    <li data-change={key}>
      <label>
        <input type="checkbox" name={key} checked={isPicked} onChange={toggle} />
        <span className={`publishing__change publishing__change--${change.change}`}>
          {words.changes[change.change]}
        </span>
        <span>{name[language]}</span>
      </label>
      {changes.length > 0 && (
        <ul className="part-picker__changes">
          {changes.slice(0, MOST_SHOWN).map((one) => (
            <li key={JSON.stringify(one)}>
              {subjectWords[one.of][language]} {howWords[one.how][language]}{' '}
              <del>{one.before ?? words.absent}</del> → <ins>{one.after ?? words.absent}</ins>
            </li>
          ))}
          {changes.length > MOST_SHOWN && <li>{words.more(changes.length - MOST_SHOWN)}</li>}
        </ul>
      )}
      {needed.length > 0 && (
        <small>
          {words.needs}
          {namesOf(needed)}
        </small>
      )}
      {needing.length > 0 && (
        <small>
          {words.neededBy}
          {namesOf(needing)}
        </small>
      )}
    </li>
  )
}

/** A section that was rewritten has many; the first tell which it is. */
const MOST_SHOWN = 5
