import type { Tab } from 'payload'
import { datePlaces } from '../src/core/history/print-history.ts'
import { calendars } from '../src/core/history/printed-day.ts'
import type { Words } from '../src/core/words.ts'
import { checkbox, choice, day, row } from './fields.ts'

/** What a policy prints of its own editions: written at publication, so that a printed date is the date that holds. */
export function printedHistory(): Tab {
  return {
    name: 'prints',
    label: { ja: '日付と附則', en: 'Dates and history' },
    description: {
      ja: '公表するときに、版の施行日から制定日・改定日などを書き入れます。訂正は改定に数えません。過去の版の取込には書き入れません。本文に同じ日付を書いているときは、本文から外してください。',
      en: 'Written at publication from the days on which editions come into force. An erratum is no revision; an old text that is brought in stays as it was. Take the same dates out of the text.',
    },
    fields: [
      row([
        choice('dates', datePlaces, placeWords, {
          label: { ja: '制定日・最終改定日', en: 'Days of enactment and last revision' },
          description: {
            ja: '印字する場所です。空欄なら印字しません。',
            en: 'Where they are printed; empty: nowhere.',
          },
          width: '50%',
        }),
        choice('calendar', calendars, calendarWords, {
          label: { ja: '日本語の日付の表し方', en: 'Dates in Japanese' },
          description: {
            ja: '英語の日付は西暦です。',
            en: 'Dates in English are Western.',
          },
          defaultValue: 'wareki',
          width: '50%',
        }),
      ]),
      row([
        checkbox('history', {
          label: { ja: '改定履歴を印字する', en: 'Print the revision history' },
          description: {
            ja: '結びの後に、日付と改定の要旨を並べます。',
            en: 'After the closing: each day with its summary.',
          },
          width: '50%',
        }),
        checkbox('supplement', {
          label: { ja: '附則を印字する', en: 'Print the supplementary provision' },
          description: {
            ja: '最後の条項の後に「このプライバシーポリシーは、令和8年4月1日から施行する。」のように書きます。',
            en: 'After the last section: “This Privacy Policy comes into force on …”.',
          },
          width: '50%',
        }),
      ]),
      {
        name: 'earlier',
        type: 'array',
        label: { ja: '最初の版より前の制定日・改定日', en: 'Days before the first edition' },
        labels: {
          singular: { ja: '日付', en: 'Day' },
          plural: { ja: '日付', en: 'Days' },
        },
        admin: {
          initCollapsed: true,
          description: {
            ja: 'この仕組みを使う前の日付です。最も古い日を制定日として印字します。',
            en: 'Of the time before this system. The first is the day of enactment.',
          },
        },
        fields: [
          day('date', {
            label: { ja: '日付', en: 'Day' },
            description: { ja: '2016-04-01 のように入力します。', en: 'Such as 2016-04-01.' },
            required: true,
          }),
        ],
      },
    ],
  }
}

const placeWords: { readonly [P in (typeof datePlaces)[number]]: Words } = {
  preamble: { ja: '表題の下', en: 'Below the title' },
  closing: { ja: '結びの後', en: 'After the closing' },
}

const calendarWords: { readonly [C in (typeof calendars)[number]]: Words } = {
  wareki: { ja: '和暦（令和8年4月1日）', en: 'Era years (令和8年4月1日)' },
  western: { ja: '西暦（2026年4月1日）', en: 'Western years (2026年4月1日)' },
}
