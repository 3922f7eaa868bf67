'use client'
import { Button, toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

/** On a message that was given up: the button that sends it once more. */
export function ResendDelivery() {
  const { config } = useConfig()
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [isSent, setSent] = useState(false)
  const words = i18n.language === 'ja' ? ja : en

  async function resend() {
    setBusy(true)
    try {
      const response = await fetch(
        `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}/resend`,
        { method: 'POST', credentials: 'include' },
      )
      const { detail, errors } = await response.json()
      setSent(response.ok)
      if (response.ok) toast.success(words.sent)
      else toast.error(detail ?? errors?.[0]?.message ?? words.failed)
    } catch (error) {
      toast.error(`${words.failed} ${error}`)
    }
    setBusy(false)
  }

  return (
    <div className="field-type resend-delivery">
      <p>{isSent ? words.sent : words.told}</p>
      {!isSent && (
        <Button size="small" disabled={isBusy} onClick={resend}>
          {words.resend}
        </Button>
      )}
    </div>
  )
}

const ja = {
  told: '約3日間送れなかったため、送信を打ち切りました。もう一度だけ送れます。送れなければ、また打ち切ります。',
  resend: '送り直す',
  sent: 'まもなく送り直します。結果は、このページを再読み込みすると分かります。',
  failed: '送り直せませんでした。',
}
const en: typeof ja = {
  told: 'It could not be sent for about three days, and was given up. It can be sent once more; when that fails it is given up again.',
  resend: 'Send again',
  sent: 'It will be sent in a moment. Reload this page to see what came of it.',
  failed: 'It could not be sent again.',
}
