import { entityKind } from '../../parse/contact-lines.ts'
import type { Analysis } from '../analysis.ts'
import { fact } from '../fact.ts'
import { isPlaceholder } from '../text/placeholders.ts'
import { type JointUsePlace, type Manager, statedJointUses } from './joint-uses.ts'

/**
 * The operators named as responsible, and not by a template, each with the description of joint use that names it. Only
 * words that are a name: a whole sentence, or a label, names nobody.
 */
export const jointUseManagers = fact((analysis) =>
  statedJointUses(analysis).flatMap((use): { use: JointUsePlace; manager: Manager }[] => {
    const manager = use.manager && named(use.manager)
    return manager && isName(manager.text, analysis) && !isPlaceholder(manager.text)
      ? [{ use, manager }]
      : []
  }),
)

/** 管理責任者⏎株式会社…: what stands below the label. */
function named(manager: Manager): Manager {
  const label = /^[^\n]{0,24}(?:責任者|管理者)[：:\s]*\n\s*/u.exec(manager.text)?.[0] ?? ''
  return { ...manager, start: manager.start + label.length, text: manager.text.slice(label.length) }
}

function isName(words: string, { document: { organisation } }: Analysis): boolean {
  const [line = ''] = words.trim().split('\n')
  if (line.length > 80 || /。.|(?:ます|です|である|する)。?$/u.test(line)) return false
  return (
    entityKind.test(line) ||
    /^(?:[当弊]|本(?:会|校|園|院|店|社))|[会社局部室課校園院店所館長者]$/u.test(line) ||
    (organisation.selfTerm !== '' && line.startsWith(organisation.selfTerm))
  )
}
