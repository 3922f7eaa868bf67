import { slugProblem } from '../../core/validate/slug.ts'
import type { ImportedText } from '../../operations/importing/imported-text.ts'
import { OperationRefused } from '../../operations/refused.ts'
import type { PolicyFile } from '../read-file.ts'
import { type Server, unreadableAnswer } from './server.ts'

type Asked = {
  readonly organisation: string
  readonly policy: string
  readonly createOrganisation?: boolean
  readonly intoExisting?: boolean
  readonly updateOrganisation?: boolean
  readonly dryRun?: boolean
}

/** Has a server read the text of a policy and store it, as the user of the key. */
export async function importTextThere(
  server: Server,
  { bytes, name }: PolicyFile,
  { organisation, policy, ...flags }: Asked,
): Promise<ImportedText> {
  const query = new URLSearchParams(name === null ? {} : { name })
  for (const [flag, isSet] of Object.entries(flags)) if (isSet) query.set(flag, 'true')
  const path = `/api/privacy-policies/${part(organisation)}/${part(policy)}/import?${query}`
  const { answer } = await server.post(path, bytes)
  if (isImported(answer)) return answer
  throw unreadableAnswer(path)
}

/** A part of an address. Dots alone would be taken for a way up. */
function part(slug: string): string {
  const problem = /^\.*$/.test(slug) && slugProblem(slug)
  if (problem) throw new OperationRefused('not-storable', problem)
  return encodeURIComponent(slug)
}

/** Whether an answer has what is told of it. */
function isImported(answer: unknown): answer is ImportedText {
  const { document, report, created, amended } = (answer ?? {}) as Partial<ImportedText>
  return (
    document?.type === 'document' &&
    [document.children, document.dates, report?.doubts, report?.dropped].every(Array.isArray) &&
    typeof created === 'object' &&
    (amended === null || typeof amended?.amendment === 'object')
  )
}
