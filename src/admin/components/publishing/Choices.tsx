'use client'
import { useId } from 'react'

type Props<V extends string> = {
  readonly name: string
  readonly legend: string
  readonly values: readonly V[]
  readonly words: { readonly [K in V]: { readonly label: string; readonly told: string } }
  readonly chosen: V | null
  readonly choose: (value: V) => void
}

/** One of a few, each with what it means. */
export function Choices<V extends string>({
  name,
  legend,
  values,
  words,
  chosen,
  choose,
}: Props<V>) {
  const group = useId()
  return (
    <fieldset className="publishing__choices">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={`${name}-${group}`}
            value={value}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span>{words[value].label}</span>
          <small>{words[value].told}</small>
        </label>
      ))}
    </fieldset>
  )
}
