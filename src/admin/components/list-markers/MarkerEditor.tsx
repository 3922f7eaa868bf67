'use client'
import { useTranslation } from '@payloadcms/ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { ordinalOf, usualMarkers, withNumber } from './markers.ts'

type Words = 'title' | 'apply' | 'onlyThis'

/** A small input beside an item, in which its marker is written anew or chosen. Escape leaves it as it was. */
export function MarkerEditor({
  marker,
  top,
  left,
  onApply,
  onClose,
}: {
  readonly marker: string
  readonly top: number
  readonly left: number
  readonly onApply: (marker: string, onlyThis: boolean) => void
  readonly onClose: () => void
}) {
  const { i18n } = useTranslation()
  const word = (key: Words) => i18n.t(`lexical:listMarkers:${key}` as never)
  const [value, setValue] = useState(marker)
  const [onlyThis, setOnlyThis] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => input.current?.select(), [])

  // Closing moves the focus away, which by itself would apply what was left.
  const isDone = useRef(false)
  const close = () => {
    if (!isDone.current) onClose()
    isDone.current = true
  }
  const apply = (wanted: string) => {
    if (wanted === marker || isDone.current) return close()
    isDone.current = true
    onApply(wanted, onlyThis)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') close()
    // Enter that ends a conversion of kana is not yet an answer.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (event.target !== input.current) return
    event.preventDefault()
    apply(value)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside
    <div
      className="marker-editor"
      style={{ top, left }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) apply(value)
      }}
    >
      <div className="marker-editor__line">
        <label htmlFor={id}>{word('title')}</label>
        <input
          ref={input}
          id={id}
          className="marker-editor__input"
          value={value}
          autoComplete="off"
          onChange={(event) => setValue(event.target.value)}
        />
        <button type="button" className="marker-editor__button" onClick={() => apply(value)}>
          {word('apply')}
        </button>
      </div>
      <div className="marker-editor__line">
        {usualMarkers.map((usual) => (
          <button
            key={usual}
            type="button"
            className="marker-editor__button"
            onClick={() => apply(withNumber(usual, ordinalOf(marker) ?? 1))}
          >
            {usual.trim()}
          </button>
        ))}
      </div>
      <label className="marker-editor__line">
        <input
          type="checkbox"
          checked={onlyThis}
          onChange={(event) => setOnlyThis(event.target.checked)}
        />
        {word('onlyThis')}
      </label>
    </div>
  )
}
