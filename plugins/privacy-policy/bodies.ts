import {
  type CollectionBeforeChangeHook,
  isolateObjectProperty,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { idIn, say } from '../../collections/validation.ts'
import { type Relations, relationKinds, relationsIn } from '../../src/core/lexical/relations.ts'
import type { LexicalState } from '../../src/core/lexical/state.ts'
import { type Doc, localApi } from '../../src/operations/database/local-api.ts'
import type { ResolvedOptions } from './options.ts'

type Fields = { [field: string]: unknown }

/**
 * Ids inside Lexical are no foreign keys. Before a section or a policy is written, this checks that the bodies of all
 * its languages use only records of its organisation or of the shared library, and derives one relation list a kind
 * from them: where-used by join, typed relations in the API, and the reach of a rename.
 */
export function deriveRelations(
  options: ResolvedOptions,
  collection: string,
  bodies: readonly string[],
): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, operation, req, context }) => {
    const fields = data as Fields
    const stored =
      operation === 'update' ? await inAllLanguages(collection, String(originalDoc?.id), req) : null
    const states = bodies.flatMap((name) => [
      ...(name in fields ? [fields[name]] : []),
      ...otherLanguages(stored?.[name], req, options),
    ])
    const used = relationsIn(states as LexicalState[])
    if (!context.privacyPolicyRelationsChecked) {
      const policy = idIn(collection === options.slugs.policies ? originalDoc?.id : fields.policy)
      const owner = { organisation: idIn(fields.organisation), policy }
      const wrong = await wrongRelations(options, owner, used, req)
      if (wrong.length) throw refusal(collection, bodies[0] ?? 'body', wrong, req)
    }
    for (const kind of relationKinds) fields[kind] = [...used[kind]]
    fields.references = [...used.sections]
    return fields
  }
}

function inAllLanguages(collection: string, id: string, req: PayloadRequest): Promise<Doc> {
  return localApi(req.payload).findByID({
    collection,
    id,
    depth: 0,
    joins: false,
    locale: 'all',
    trash: true,
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
    overrideAccess: true,
  })
}

/** What the languages that this write leaves alone say. */
function otherLanguages(value: unknown, req: PayloadRequest, options: ResolvedOptions): unknown[] {
  const codes = Object.values(options.locales).filter((code) => code !== null)
  if (codes.length === 0 || typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([code]) => code !== req.locale)
    .map(([, state]) => state)
}

/** What the bodies use that is missing or another's: one query a kind, whatever the number of ids. */
async function wrongRelations(
  { slugs }: ResolvedOptions,
  owner: { readonly organisation: string | undefined; readonly policy: string | undefined },
  used: Relations,
  req: PayloadRequest,
): Promise<readonly string[]> {
  const wrong: string[] = []
  const check = async (
    collection: string,
    ids: readonly string[],
    isOwn: (doc: Doc) => boolean,
  ): Promise<void> => {
    if (ids.length === 0) return
    const { docs } = await localApi(req.payload).find({
      collection,
      where: { id: { in: [...ids] } },
      depth: 0,
      joins: false,
      pagination: false,
      req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
      overrideAccess: true,
    })
    const own = new Set(docs.filter(isOwn).map((doc) => doc.id))
    wrong.push(...ids.filter((id) => !own.has(id)).map((id) => `${collection} ${id}`))
  }
  for (const kind of relationKinds)
    await check(slugs[kind], used[kind], ({ organisation }) => {
      const owning = idIn(organisation)
      return owning === undefined || owning === owner.organisation
    })
  await check(slugs.policySections, used.sections, ({ policy }) => idIn(policy) === owner.policy)
  return wrong
}

function refusal(
  collection: string,
  path: string,
  wrong: readonly string[],
  req: PayloadRequest,
): ValidationError {
  const message = say(req, {
    ja: `本文に、この事業者のものでも共通の文例でもないもの、または存在しないものが差し込まれています: ${wrong.join('、')}。この事業者のものを選び直してください。`,
    en: `The text uses records that are missing, or belong neither to this organisation nor to the shared library: ${wrong.join(', ')}. Choose records of this organisation.`,
  })
  return new ValidationError({ collection, req, errors: [{ path, message }] }, req.t)
}
