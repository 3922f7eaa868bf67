import type { Checked } from '../core/check/index.ts'
import type { PolicyDocument } from '../core/document.ts'

export type Checking = {
  readonly name: string
  readonly document: PolicyDocument
  readonly checked: Checked
}

/** How findings are printed, by the name of the format. */
export const reports = {
  text: ({ checked }: Checking) => JSON.stringify(checked, null, 2),
  json: ({ checked }: Checking) => JSON.stringify({ findings: checked.findings }, null, 2),
} satisfies Record<string, (checking: Checking) => string>
