import type { PolicyDocument } from '../document.ts'
import { type Change, changesOf } from './changes/index.ts'
import { type Matching, matched } from './matching.ts'
import { ordered } from './ordered.ts'
import { type Patch, patchOf } from './patch.ts'
import type { Ids } from './section-pairs.ts'

export type { Change } from './changes/index.ts'

/** What one text has become in another. */
export type Comparison = {
  /** What stands beside what: all of both texts, in the order of the later one. */
  readonly matching: Matching
  /** What is not the same, as a lawyer would name it. */
  readonly changes: readonly Change[]
  /** What has to be done to the text before to get the one after, to the character. */
  readonly patch: Patch
}

/**
 * Compares two texts in one language. Sections and records are the same where their ids are, if ids are permanent (as in
 * editions of one policy, and by default); elsewhere, and for what has no counterpart by id, by what they say and where.
 */
export function compare(
  before: PolicyDocument,
  after: PolicyDocument,
  { ids = 'permanent' }: { readonly ids?: Ids } = {},
): Comparison {
  const [one, other] = [ordered(before), ordered(after)]
  const matching = matched(one, other, ids)
  let patch: Patch | undefined
  return {
    matching,
    changes: changesOf(matching),
    // Few ask for it: it is worked out when somebody does.
    get patch() {
      patch ??= patchOf(one, other, matching.sections)
      return patch
    },
  }
}
