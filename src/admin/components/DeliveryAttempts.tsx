'use client'
import { FieldDescription, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import type { Attempt } from '../../core/webhooks/delivery.ts'
import './stored-json.css'

/** Each time a message was sent, and what was answered. */
export const DeliveryAttempts: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<readonly Attempt[] | null>({ path })
  const { i18n } = useTranslation()
  const words = i18n.language === 'ja' ? ja : en
  const attempts = Array.isArray(value) ? value : []
  return (
    <div className="field-type delivery-attempts">
      <FieldLabel label={field.label ?? ''} path={path} />
      {attempts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{words.at}</th>
              <th>{words.status}</th>
              <th>{words.excerpt}</th>
            </tr>
          </thead>
          <tbody>
            {attempts.map(({ at, status, excerpt }) => (
              <tr key={at}>
                <td>{inJapan.format(new Date(at))}</td>
                <td>{status ?? words.noAnswer}</td>
                <td>{excerpt}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}

/** The same on the server and in every browser, wherever they are: 2026-11-25 20:30:00. */
const inJapan = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const ja = {
  none: 'まだ送っていません。',
  at: '日時（日本時間）',
  status: '応答',
  noAnswer: 'なし',
  excerpt: '内容の冒頭',
}
const en: typeof ja = {
  none: 'Not sent yet.',
  at: 'When (in Japan)',
  status: 'Status',
  noAnswer: 'none',
  excerpt: 'Beginning of the answer',
}
