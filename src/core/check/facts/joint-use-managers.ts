import { fact } from '../fact.ts'
import { type JointUsePlace, type Manager, statedJointUses } from './joint-uses.ts'

/** The operators named as responsible, each with the description of joint use that names it. */
export const jointUseManagers = fact((analysis) =>
  statedJointUses(analysis).flatMap((use): { use: JointUsePlace; manager: Manager }[] =>
    use.manager ? [{ use, manager: use.manager }] : [],
  ),
)
