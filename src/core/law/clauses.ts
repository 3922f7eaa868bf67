import type { ExceptionBasis } from '../document.ts'
import type { ArticlePlace } from './article-places.ts'
import { academicClauses } from './clauses-academic.ts'
import { ceaseClauses } from './clauses-cease.ts'
import { provisionClauses } from './clauses-provision.ts'
import { purposeClauses } from './clauses-purpose.ts'
import { refusalClauses } from './clauses-refusal.ts'
import { sensitiveClauses } from './clauses-sensitive.ts'
import { type Dated, holdsOn, type Sourced } from './dated.ts'

/**
 * A clause of the Act that policies take over: its text, and the words without which it says something else. Texts
 * are those of the Act (e-Gov, 2025-09-24); statutes carry no copyright (著作権法13条1号).
 */
export type Clause = Dated &
  Sourced & {
    readonly slug: string
    readonly place: ArticlePlace
    /** The ground as exceptions in a document name it; absent where they name none. */
    readonly basis?: ExceptionBasis
    readonly text: string
    readonly required: readonly Token[]
  }

/** Words of a clause, and how texts may say them. */
export type Token = {
  readonly words: string
  readonly said: RegExp
  /**
   * `condition`: without it the clause covers more than the Act allows. `subject`: without it the clause covers less,
   * which an operator may promise.
   */
  readonly kind: 'condition' | 'subject'
}

const clauses: readonly Clause[] = [
  ...provisionClauses,
  ...academicClauses,
  ...purposeClauses,
  ...sensitiveClauses,
  ...refusalClauses,
  ...ceaseClauses,
]

/** The clauses in force on a day. */
export function clausesOn(day: string): readonly Clause[] {
  return clauses.filter((clause) => holdsOn(clause, day))
}

/** The clauses that give a ground, as exceptions in a document name it. */
export function clausesOf(basis: ExceptionBasis, day: string): readonly Clause[] {
  return clausesOn(day).filter((clause) => clause.basis === basis)
}

/** What a text leaves out of a clause. */
export function missingIn(text: string, { required }: Clause): readonly Token[] {
  return required.filter(({ said }) => !said.test(text))
}
