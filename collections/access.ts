import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { type Role, roles } from '../src/core/roles.ts'
import { findById } from './find.ts'
import type { CollectionOptions, Membership } from './options.ts'

/** Where a collection's documents say which organisation they belong to. */
export type Belonging = {
  /** The field with the organisation's id; `id` in the collection of organisations itself. */
  readonly field: string
  /** The same in a version of the document. */
  readonly versionField: string
  /** Documents of no organisation are the shared library: all members read it, admins of all organisations write it. */
  readonly library: boolean
}

export const ofOrganisation: Belonging = {
  field: 'organisation',
  versionField: 'version.organisation',
  library: false,
}
export const ofOrganisationOrLibrary: Belonging = { ...ofOrganisation, library: true }
export const organisationItself: Belonging = { field: 'id', versionField: 'parent', library: false }

type Members = Pick<CollectionOptions, 'membership' | 'usersSlug'>

/** The access to records: members see them, editors make, change and trash them, nobody purges them. */
export function recordAccess(options: Members, belonging: Belonging) {
  const change = changedByEditors(options, belonging)
  return {
    read: seenByMembers(options, belonging),
    readVersions: versionsSeenByMembers(options, belonging),
    create: madeByEditors(options, belonging),
    update: change,
    delete: trashedNeverPurged(change),
  }
}

/** The membership of the request's user; null for anonymous users, and for users of the host's other collections. */
export async function membershipOf(
  { membership, usersSlug }: Members,
  { user }: Pick<PayloadRequest, 'user'>,
): Promise<Membership | null> {
  return user?.collection === usersSlug ? membership(user) : null
}

export function hasRole(membership: Membership | null, atLeast: Role): membership is Membership {
  return membership !== null && roles.indexOf(membership.role) >= roles.indexOf(atLeast)
}

export function isIn({ organisations }: Membership, organisation: string): boolean {
  return organisations === 'all' || organisations.includes(organisation)
}

/** May write what belongs to every organisation at once. */
export function isAdminOfAll(membership: Membership | null): boolean {
  return hasRole(membership, 'admin') && membership.organisations === 'all'
}

/** Members see what their organisations have, and the library. */
export function seenByMembers(options: Members, { field, library }: Belonging): Access {
  return async ({ req }) => {
    const membership = await membershipOf(options, req)
    if (!membership) return false
    if (membership.organisations === 'all') return true
    return anyOf([
      ...ownIn(membership, field),
      ...(library ? [{ [field]: { exists: false } }] : []),
    ])
  }
}

/** Versions are seen as the documents are; Payload would show them to every user who is signed in. */
export function versionsSeenByMembers(options: Members, belonging: Belonging): Access {
  return seenByMembers(options, { ...belonging, field: belonging.versionField })
}

/** Editors make documents of their own organisations; the library is made by admins of all. */
export function madeByEditors(options: Members, belonging: Belonging): Access {
  return async ({ req, data }) => {
    const membership = await membershipOf(options, req)
    if (!hasRole(membership, 'editor')) return false
    // Without data Payload asks whether there is anything that the user may create.
    if (data === undefined) return true
    const organisation = relationIn(data[belonging.field])
    if (organisation === null) return belonging.library ? isAdminOfAll(membership) : true
    return organisation !== undefined && isIn(membership, organisation)
  }
}

/** Editors change documents of their own organisations; the library is changed by admins of all. */
export function changedByEditors(options: Members, { field }: Belonging): Access {
  return async ({ req }) => {
    const membership = await membershipOf(options, req)
    if (!hasRole(membership, 'editor')) return false
    return isAdminOfAll(membership) || anyOf(ownIn(membership, field))
  }
}

/** Editors add sections to the policies of their own organisations. */
export function madeByEditorsOfThePolicy(options: CollectionOptions): Access {
  return async ({ req, data }) => {
    const membership = await membershipOf(options, req)
    if (!hasRole(membership, 'editor')) return false
    const policy = data === undefined ? null : relationIn(data.policy)
    // Without a policy there is nothing to refuse: Payload asks what it may show, or validation will name the field.
    if (policy === null) return true
    const found = policy && (await findById(req, options.slugs.policies, policy))
    const organisation = found ? relationIn(found.organisation) : null
    return Boolean(organisation && isIn(membership, organisation))
  }
}

/** What only the admins of an organisation see, make, change and trash; nobody purges it. */
export function adminsOnly(options: Members, { field, versionField }: Belonging) {
  const seen = (place: string): Access => {
    return async ({ req }) => {
      const membership = await membershipOf(options, req)
      if (!hasRole(membership, 'admin')) return false
      return membership.organisations === 'all' || anyOf(ownIn(membership, place))
    }
  }
  const create: Access = async ({ req, data }) => {
    const membership = await membershipOf(options, req)
    if (!hasRole(membership, 'admin')) return false
    const organisation = data === undefined ? null : relationIn(data[field])
    if (organisation === null) return true
    return organisation !== undefined && isIn(membership, organisation)
  }
  const own = seen(field)
  return {
    read: own,
    readVersions: seen(versionField),
    create,
    update: own,
    delete: trashedNeverPurged(own),
  }
}

/** What an organisation's publishers and admins see, and nobody changes. */
export function seenByPublishers(options: Members, { field }: Belonging): Access {
  return async ({ req }) => {
    const membership = await membershipOf(options, req)
    if (!hasRole(membership, 'publisher')) return false
    return membership.organisations === 'all' || anyOf(ownIn(membership, field))
  }
}

/** What stands above the organisations is for admins of all of them. */
export function byAdminsOfAll(options: Members): Access {
  return async ({ req }) => isAdminOfAll(await membershipOf(options, req))
}

/** A field that editors see and only admins change. */
export function toAdmins(options: Members): FieldAccess {
  return async ({ req }) => hasRole(await membershipOf(options, req), 'admin')
}

/**
 * A field of a public document that only members of its organisation see. Asked without a document (may the field be
 * queried or sorted by at all?), only who sees every document may: a query would tell the others what they can't read.
 */
export function toMembersOf(options: Members, organisationField: string): FieldAccess {
  return async ({ req, doc }) => {
    const membership = await membershipOf(options, req)
    const organisation = doc?.[organisationField]
    if (!membership) return false
    return (
      membership.organisations === 'all' ||
      (typeof organisation === 'string' && isIn(membership, organisation))
    )
  }
}

/**
 * The move to the trash, by those who `may`, and never a purge: Payload's purge removes a record from the old versions
 * of everything that used it. Payload asks with the data that sets `deletedAt` when a document goes to the trash, with
 * the collection's config when the admin wants to know what to show, and with neither when it is to purge.
 */
export function trashedNeverPurged(may: Access): Access {
  return (args) => {
    const { data, collectionConfig } = args as Parameters<Access>[0] & {
      collectionConfig?: unknown
    }
    return data?.deletedAt || collectionConfig ? may(args) : false
  }
}

export const anyone = () => true
export const nobody = () => false

function ownIn({ organisations }: Membership, field: string): Where[] {
  if (organisations === 'all') return [{ [field]: { exists: true } }]
  return organisations.length ? [{ [field]: { in: [...organisations] } }] : []
}

const anyOf = (places: Where[]): boolean | Where => places.length > 0 && { or: places }

/**
 * The id in a relation as Payload takes it from a request: null when it is not set (Payload reads some strings so),
 * undefined when it is nothing that Payload could take.
 */
export function relationIn(value: unknown): string | null | undefined {
  if (value === undefined || value === null || ['', 'none', 'null'].includes(value as string))
    return null
  if (typeof value === 'string') return value
  const id = (value as { readonly id?: unknown }).id
  return typeof id === 'string' ? id : undefined
}
