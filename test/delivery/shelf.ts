import type { Edition, EditionRow } from '../../src/core/edition/index.ts'
import type { Answer, RequestHeaders } from '../../src/delivery/answer.ts'
import { createReader, type ReaderOptions } from '../../src/delivery/reader.ts'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import { chain, shortPolicy } from '../core/edition-chain.ts'

export const base = '/api/privacy-policies'
/** Noon in Japan on the first of June 2025. */
export const noon = new Date('2025-06-01T03:00:00.000Z')

const both = (ja: string, en: string) => ({ ja: shortPolicy(ja), en: shortPolicy(en, 'en') })

/** In force: no. 2, in two languages. No. 4 corrects no. 1; no. 3 is to come; no. 5 would have been, but for no. 6. */
export const customers: readonly EditionRow[] = chain(
  {
    effectiveFrom: '2024-04-01',
    recordedAt: '2024-03-01T00:00:00.000Z',
    documents: { ja: shortPolicy('当社は、個人情報を誤って取得します。') },
  },
  {
    effectiveFrom: '2025-04-01',
    recordedAt: '2025-03-01T00:00:00.000Z',
    documents: both('当社は、個人情報を適正に取得します。', 'The Company collects lawfully.'),
    summary: { ja: '取得の条を改めた。', en: 'Collection reworded.' },
    internal: {
      publishedBy: { id: 'user-7', name: '内部花子' },
      waivers: [
        {
          key: 'org-address|organisation/o1|address|',
          ruleId: 'org-address',
          severity: 'error',
          message: { ja: '内部限りの指摘', en: 'A finding for internal eyes' },
          evidence: ['内部限りの証拠'],
          reason: '内部限りの理由',
        },
      ],
      duties: [],
      salt: 'ffeeddccbbaa99887766554433221100',
    },
  },
  {
    effectiveFrom: '2025-10-01',
    recordedAt: '2025-05-01T00:00:00.000Z',
    documents: both('当社は、個人情報を慎重に取得します。', 'The Company collects carefully.'),
  },
  {
    kind: 'erratum',
    corrects: 1,
    effectiveFrom: '2024-04-01',
    recordedAt: '2025-05-10T00:00:00.000Z',
    documents: { ja: shortPolicy('当社は、個人情報を正しく取得します。') },
  },
  {
    effectiveFrom: '2025-07-01',
    recordedAt: '2025-05-20T00:00:00.000Z',
    documents: { ja: shortPolicy('当社は、個人情報を急いで取得します。') },
  },
  {
    kind: 'withdrawal',
    withdraws: 5,
    effectiveFrom: '2025-05-21',
    recordedAt: '2025-05-21T00:00:00.000Z',
  },
)

/** Ended on 1 May 2025. Its address was once `members`. */
export const club: readonly EditionRow[] = chain(
  {
    policy: 'policy-club',
    policySlug: 'members',
    effectiveFrom: '2023-04-01',
    recordedAt: '2023-03-01T00:00:00.000Z',
    documents: both('当クラブは、会員の情報を取得します。', 'The club collects data of members.'),
  },
  {
    policy: 'policy-club',
    policySlug: 'club',
    kind: 'repeal',
    effectiveFrom: '2025-05-01',
    recordedAt: '2025-04-01T00:00:00.000Z',
    summary: { ja: 'クラブの解散に伴う廃止', en: 'The club was dissolved.' },
  },
)

/** Published, and not in force before August. Of another organisation. */
export const applicants: readonly EditionRow[] = chain({
  policy: 'policy-applicants',
  organisationSlug: 'midori',
  policySlug: 'applicants',
  effectiveFrom: '2025-08-01',
  recordedAt: '2025-05-15T00:00:00.000Z',
})

export const everything = [...customers, ...club, ...applicants]

/** As the public has them. */
export const open = (rows: readonly EditionRow[]): Edition[] =>
  rows.map(({ internal, ...edition }) => edition)

export function readerAt(now: Date, options: Partial<ReaderOptions> = {}) {
  return createReader({ source: memorySource(open(everything)), now: () => now, ...options })
}

/** GET, at noon unless said otherwise. */
export function get(path: string, headers: RequestHeaders = {}, now: Date = noon): Promise<Answer> {
  return readerAt(now).handle('GET', base + path, headers)
}

export const textOfBody = (answer: Answer) => answer.body.toString('utf8')
export const jsonOfBody = (answer: Answer) => JSON.parse(textOfBody(answer))
