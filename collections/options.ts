import type { TypedUser } from 'payload'
import type { Role } from '../src/core/roles.ts'
import type { Slugs } from '../src/core/slugs.ts'

/** A user's role, and the organisations (by id) that he has it in; `all` includes the shared library. */
export type Membership = {
  readonly role: Role
  readonly organisations: 'all' | readonly string[]
}

/** What the collections must know of the host and of the plugin's options. */
export type CollectionOptions = {
  readonly slugs: Slugs
  /**
   * The languages of policies and the host's locale code of each; null where the host stores one language only.
   * The first is the base: every text exists in it.
   */
  readonly locales: { readonly [language: string]: string | null }
  /** The auth collection whose users can be members. */
  readonly usersSlug: string
  /** Null for a user who may see nothing of the working copies. */
  readonly membership: (user: TypedUser) => Membership | null | Promise<Membership | null>
  /** The module that the admin's own components come from, as the import map names it. */
  readonly components: string
}
