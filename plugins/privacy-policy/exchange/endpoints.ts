import type { Endpoint, PayloadRequest } from 'payload'
import { isAdminOfAll, membershipOf } from '../../../collections/access.ts'
import { OperationRefused } from '../../../src/operations/refused.ts'
import type { ResolvedOptions } from '../options.ts'
import { answering } from '../refusals.ts'
import { answerExport } from './exporting.ts'
import { answerImport } from './importing.ts'

type Answer = (req: PayloadRequest, options: ResolvedOptions) => Promise<Response>

const answers: { readonly [name: string]: Answer } = { export: answerExport, import: answerImport }

/**
 * Everything out and in, for programs and the command. An export holds what is internal and what lies in the trash, and
 * an import writes all of it, both past access: they are for admins of all organisations. An export is longer than
 * what people write, so each says itself how much it takes (`ownBodyLimit`, for whoever serves it).
 */
export const exchangeEndpoints = (options: ResolvedOptions): Endpoint[] =>
  Object.entries(answers).map(([name, answer]) => ({
    path: `/privacy-policy-exchange/${name}`,
    method: 'post',
    custom: { ownBodyLimit: true },
    handler: (req) =>
      answering(req, async () => {
        if (!isAdminOfAll(await membershipOf(options, req))) throw adminsOnly
        return answer(req, options)
      }),
  }))

const adminsOnly = new OperationRefused('not-allowed', {
  ja: '書き出しと取り込みは、すべての事業者の管理者だけが行えます。権限のあるユーザーでログインしてください。',
  en: 'Only admins of all organisations export and import. Sign in as one of them.',
})
