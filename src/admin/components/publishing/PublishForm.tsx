'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import { Waivers } from '../checking/Waivers.tsx'
import { DutyRecords } from '../duties/DutyRecords.tsx'
import { PartPicker } from './PartPicker.tsx'
import { PublicationFields } from './PublicationFields.tsx'
import type { PublishingWords } from './publishing-words.ts'
import { usePublication } from './usePublication.ts'
import type { PublishDraft } from './usePublishing.ts'

type Props = {
  readonly status: PublishingStatus
  readonly words: PublishingWords
  readonly language: 'ja' | 'en'
  readonly draft: PublishDraft
  readonly change: (change: Partial<PublishDraft>) => void
  readonly isBusy: boolean
  readonly publish: () => void
}

/** What is to be published, by the rules of publication; asked twice, for an edition is for ever. */
export function PublishForm({ status, words, language, draft, change, isBusy, publish }: Props) {
  const [isReviewed, setReviewed] = useState(false)
  const { today, may, title } = status
  const { errors, duties, pickable, objections, isReady, ...publication } = usePublication(
    status,
    draft,
  )
  const update = (next: Partial<PublishDraft>) => {
    setReviewed(false)
    // Of another day or edition there are other changes to pick from.
    const isOther = 'kind' in next || 'effectiveFrom' in next || 'corrects' in next
    change({ ...next, ...(isOther && { only: null }) })
  }
  /** What was typed of findings and duties that the picked text does not have is not sent. */
  const review = () => {
    change({
      waivers: among(draft.waivers, errors),
      duties: among(draft.duties, duties?.duties ?? []),
    })
    setReviewed(true)
  }
  return (
    <section className="publishing__section">
      <h2>{words.form}</h2>
      {!may.publish && <p className="publishing__notice">{words.mayNot}</p>}
      <fieldset className="publishing__form" disabled={!may.publish || isBusy || isReviewed}>
        <PublicationFields {...{ draft, update, words }} {...publication} />
        {pickable && pickable.changes.length > 1 && (
          <PartPicker
            told={pickable}
            only={draft.only}
            pick={(only) => update({ only })}
            language={language}
          />
        )}
        <Waivers
          errors={errors}
          reasons={draft.waivers}
          change={(waivers) => update({ waivers })}
          language={language}
        />
        {duties && (
          <DutyRecords
            told={duties}
            drafts={draft.duties}
            change={(drafts) => update({ duties: drafts })}
            {...{ today, language }}
          />
        )}
      </fieldset>
      {objections.map(({ code, message }) => (
        <p key={code} className="publishing__refusal" role="alert">
          {message[language]}
        </p>
      ))}
      <p role="status" className="publishing__awaited">
        {may.publish && awaited(publication, words)}
      </p>
      {isReviewed ? (
        <div className="publishing__review">
          <p>{words.confirmTold(title, words.kinds[draft.kind].label, draft.effectiveFrom)}</p>
          <Button onClick={publish} disabled={!isReady || isBusy}>
            {isBusy ? words.publishing : words.confirm}
          </Button>
          <Button buttonStyle="secondary" onClick={() => setReviewed(false)} disabled={isBusy}>
            {words.back}
          </Button>
        </div>
      ) : (
        <Button onClick={review} disabled={!isReady || isBusy}>
          {words.review}
        </Button>
      )}
    </section>
  )
}

/** Why the form cannot be sent yet, where nothing above it says so. */
function awaited(
  {
    isAsking,
    unwaived,
    open,
  }: Pick<ReturnType<typeof usePublication>, 'isAsking' | 'unwaived' | 'open'>,
  words: PublishingWords,
): string {
  if (isAsking) return words.asking
  return [
    ...(unwaived.length > 0 ? [words.unwaived(unwaived.length)] : []),
    ...(open.length > 0 ? [words.dutiesOpen(open.length)] : []),
  ].join(' ')
}

const among = <T,>(
  drafts: { readonly [key: string]: T },
  asked: readonly { readonly key: string }[],
) =>
  Object.fromEntries(
    asked.flatMap(({ key }): [string, T][] => {
      const { [key]: draft } = drafts
      return draft === undefined ? [] : [[key, draft]]
    }),
  )
