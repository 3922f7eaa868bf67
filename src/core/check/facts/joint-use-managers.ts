import { fact } from '../fact.ts'
import { isPlaceholder } from '../text/placeholders.ts'
import { type JointUsePlace, type Manager, statedJointUses } from './joint-uses.ts'

/** The operators named as responsible, and not by a template, each with the description of joint use that names it. */
export const jointUseManagers = fact((analysis) =>
  statedJointUses(analysis).flatMap((use): { use: JointUsePlace; manager: Manager }[] =>
    use.manager && !isPlaceholder(use.manager.text) ? [{ use, manager: use.manager }] : [],
  ),
)
