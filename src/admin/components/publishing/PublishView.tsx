'use client'
import { Gutter, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import type { Refused } from '../ask.ts'
import { useLanguage } from '../useLanguage.ts'
import { EditionList } from './EditionList.tsx'
import { Problems } from './Problems.tsx'
import { PublishForm } from './PublishForm.tsx'
import './publishing.css'
import { type PublishingWords, publishingWords } from './publishing-words.ts'
import { Unpublished } from './Unpublished.tsx'
import {
  editionsOf,
  newKey,
  type PublishDraft,
  type PublishedAnswer,
  type RestoredAnswer,
  usePublishing,
} from './usePublishing.ts'

/** The screen on which a policy is published: what is unpublished, how it is to be published, what has been. */
export function PublishView() {
  const language = useLanguage()
  const words = publishingWords(language)
  const publishing = usePublishing()
  const { status } = publishing
  return (
    <Gutter className="publishing">
      {status === undefined ? (
        <p>{words.loading}</p>
      ) : 'policy' in status ? (
        <Publishing {...{ ...publishing, status, words, language }} />
      ) : (
        <p role="alert" className="publishing__refusal">
          {status.detail || words.failed}
        </p>
      )}
    </Gutter>
  )
}

type Props = Omit<ReturnType<typeof usePublishing>, 'status'> & {
  readonly status: PublishingStatus
  readonly words: PublishingWords
  readonly language: 'ja' | 'en'
}

function Publishing({ status, words, language, api, reload, publish, restore }: Props) {
  const router = useRouter()
  const [draft, setDraft] = useState<PublishDraft>(() => blank(status.today))
  const [key, setKey] = useState(newKey)
  const [isBusy, setBusy] = useState(false)
  const [published, setPublished] = useState<PublishedAnswer | null>(null)
  const [restored, setRestored] = useState<RestoredAnswer | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const told = { status, words, language }

  /** What came of it is shown beside what then stands, not before. */
  const work = async (doIt: () => Promise<() => void>) => {
    setBusy(true)
    setPublished(null)
    setRestored(null)
    setRefused(null)
    const show = await doIt()
    await reload()
    show()
    setBusy(false)
  }
  const send = () =>
    work(async () => {
      const answer = await publish(draft, key, status.editions.length)
      if ('refused' in answer) return () => setRefused(answer.refused)
      setDraft(blank(status.today))
      setKey(newKey())
      return () => setPublished(answer.done)
    })
  const bringBack = (number: number) =>
    work(async () => {
      const answer = await restore(number)
      if ('refused' in answer) return () => setRefused(answer.refused)
      // The form of the text still holds what it said before.
      router.refresh()
      return () => setRestored(answer.done)
    })
  const begin = (change: Partial<PublishDraft>) => {
    setDraft({ ...blank(status.today), ...change })
    document.querySelector('.publishing__form')?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      {published && <Published answer={published} api={api} {...told} />}
      {restored && <Restored answer={restored} words={words} />}
      {refused && (
        <div role="alert" className="publishing__refusal">
          <p>{refused.detail}</p>
          <Problems places={refused.errors ?? []} {...told} />
        </div>
      )}
      <Unpublished {...told} />
      <PublishForm
        key={key}
        {...told}
        draft={draft}
        change={(change) => setDraft({ ...draft, ...change })}
        isBusy={isBusy}
        publish={send}
      />
      <EditionList
        {...told}
        api={api}
        isBusy={isBusy}
        restore={bringBack}
        correct={(number) =>
          begin({
            kind: 'erratum',
            corrects: number,
            effectiveFrom: status.editions[number - 1]?.effectiveFrom ?? status.today,
          })
        }
        withdraw={(number) => begin({ kind: 'withdrawal', withdraws: number })}
      />
    </>
  )
}

const blank = (today: string): PublishDraft => ({
  kind: 'amendment',
  effectiveFrom: today,
  corrects: null,
  withdraws: null,
  summary: { ja: '', en: '' },
  pendingDecision: null,
  waivers: {},
  duties: {},
  only: null,
})

function Published({
  answer: { edition, incomplete },
  status,
  words,
  language,
  api,
}: {
  readonly answer: PublishedAnswer
  readonly status: PublishingStatus
  readonly words: PublishingWords
  readonly language: 'ja' | 'en'
  readonly api: string
}) {
  const { config } = useConfig()
  const address = `${edition.organisationSlug}/${edition.policySlug}`
  const page = status.pagePath === null ? null : `${config.serverURL}${status.pagePath}/${address}`
  return (
    <div role="status" className="publishing__done">
      <p>
        <strong>{words.published(edition.number, edition.effectiveFrom)}</strong>
      </p>
      <p>
        {words.hash}: <code>{edition.sha256}</code>
      </p>
      <p>
        {page !== null && <a href={page}>{words.page}</a>}{' '}
        <a href={`${editionsOf(api, status)}/${edition.number}.json`}>{words.data}</a>
      </p>
      {Object.entries(incomplete).map(([code, places]) => (
        <div key={code}>
          <p>
            {words.languages[code] ?? code}: {words.states.incomplete}
          </p>
          <Problems places={places} {...{ status, words, language }} />
        </div>
      ))}
    </div>
  )
}

function Restored({
  answer,
  words,
}: {
  readonly answer: RestoredAnswer
  readonly words: PublishingWords
}) {
  const copies = answer.records.filter(({ outcome }) => outcome === 'copied').length
  return (
    <div role="status" className="publishing__done">
      <p>
        <strong>{words.restored(answer.number)}</strong>
      </p>
      {copies > 0 && <p>{words.copied(copies)}</p>}
      {answer.organisation.length > 0 && <p>{words.organisationStays}</p>}
    </div>
  )
}
