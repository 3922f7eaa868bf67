'use client'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import './stored-json.css'

/** What is shown at once; more is unfolded. */
const SHORT = 2_000

/** A value that nobody edits, to be read. Payload's own field is an editor that it loads from another site. */
export const StoredJson: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  const text = JSON.stringify(value ?? null, null, 2)
  return (
    <div className="field-type stored-json">
      <FieldLabel label={field.label ?? ''} path={path} />
      <details open={text.length <= SHORT}>
        <summary>JSON</summary>
        <pre>{text}</pre>
      </details>
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}
