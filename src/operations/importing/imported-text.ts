import type { Parsed } from '../../core/parse/index.ts'
import type { Imported } from './import-policy.ts'

/** What was understood of a text, and what became of it. */
export type ImportedText = Pick<Parsed, 'document' | 'report'> & Imported
