import { localApi } from '../database/local-api.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import type { Reading } from './load-policy.ts'

/**
 * The ids of the policy that people call `organisation/policy`, and of its organisation.
 *
 * @throws OperationRefused naming what there is instead
 */
export async function findPolicy(
  name: string,
  reading: Reading,
): Promise<{ readonly policy: string; readonly organisation: string }> {
  const { slugs } = settingsOf(reading.req.payload)
  const [organisationSlug = '', policySlug = 'privacy-policy', ...rest] = name.split('/')
  const organisation = rest.length
    ? undefined
    : await idOfSlug(slugs.organisations, organisationSlug, undefined, reading)
  if (!organisation) {
    const known = await slugsOf(slugs.organisations, undefined, reading)
    throw new OperationRefused('organisation-missing', {
      ja: `事業者「${organisationSlug}」がありません。ある事業者: ${known.join('、') || 'なし'}`,
      en: `There is no organisation \`${organisationSlug}\`. There is: ${known.join(', ') || 'none'}.`,
    })
  }
  const policy = await idOfSlug(slugs.policies, policySlug, organisation, reading)
  if (policy) return { policy, organisation }
  const known = await slugsOf(slugs.policies, organisation, reading)
  throw new OperationRefused('policy-missing', {
    ja: `事業者「${organisationSlug}」にポリシー「${policySlug}」がありません。あるポリシー: ${known.join('、') || 'なし'}`,
    en: `The organisation \`${organisationSlug}\` has no policy \`${policySlug}\`. It has: ${known.join(', ') || 'none'}.`,
  })
}

/** The id of the organisation, or of an organisation's policy, with a slug; undefined when there is none. */
export async function idOfSlug(
  collection: string,
  slug: string,
  organisation: string | undefined,
  { req, overrideAccess }: Reading,
): Promise<string | undefined> {
  // PostgreSQL stores no NUL, and refuses the question instead of finding nothing.
  if (slug.includes('\0')) return undefined
  const { docs } = await localApi(req.payload).find({
    collection,
    where: {
      slug: { equals: slug },
      ...(organisation !== undefined && { organisation: { equals: organisation } }),
    },
    depth: 0,
    joins: false,
    limit: 1,
    pagination: false,
    req,
    overrideAccess,
  })
  return docs[0]?.id
}

async function slugsOf(
  collection: string,
  organisation: string | undefined,
  { req, overrideAccess }: Reading,
): Promise<readonly string[]> {
  const { docs } = await localApi(req.payload).find({
    collection,
    where: organisation ? { organisation: { equals: organisation } } : {},
    sort: 'slug',
    limit: 20,
    depth: 0,
    joins: false,
    pagination: false,
    req,
    overrideAccess,
  })
  return docs.map(({ slug }) => String(slug))
}
