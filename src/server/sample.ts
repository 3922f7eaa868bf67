import fs from 'node:fs/promises'
import { createLocalReq, type Payload } from 'payload'
import { bringSampleContent, type Sample } from '../operations/made-up/bring-sample-content.ts'

const folder = new URL('./sample/', import.meta.url)

const samples = [
  { organisation: 'aoba-health', policy: 'privacy-policy', file: 'aoba-health.txt' },
  { organisation: 'mizuumi-reading', policy: 'privacy-policy', file: 'mizuumi-reading.txt' },
]

/** The two fictional policies that a new user meets first; none, when there is content already. */
export async function bringSample(payload: Payload): Promise<readonly Sample[]> {
  const texts = await Promise.all(
    samples.map(async ({ file, ...sample }) => ({
      ...sample,
      text: await fs.readFile(new URL(file, folder), 'utf8'),
    })),
  )
  const req = await createLocalReq({}, payload)
  return bringSampleContent(texts, { req, overrideAccess: true })
}
