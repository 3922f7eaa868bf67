import type { TypedUser } from 'payload'
import type { Role } from '../src/core/roles.ts'
import type { Membership } from './options.ts'

/** The fields that the plugin adds to the users. */
type MembershipFields = {
  readonly policyRole?: Role | null
  readonly policyOrganisations?: readonly (string | { readonly id: string })[] | null
}

/** An admin without named organisations is one of all; anybody else is a member of those that are named. */
export function membershipInFields(user: TypedUser): Membership | null {
  const { policyRole: role, policyOrganisations } = user as MembershipFields
  if (!role) return null
  const organisations = (policyOrganisations ?? []).map((organisation) =>
    typeof organisation === 'string' ? organisation : organisation.id,
  )
  return { role, organisations: role === 'admin' && !organisations.length ? 'all' : organisations }
}
