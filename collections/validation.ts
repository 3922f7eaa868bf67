import type { PayloadRequest } from 'payload'
import { type ContactField, contactFields } from '../src/core/document.ts'
import { calendarDayProblem, periodProblem } from '../src/core/validate/calendar-day.ts'
import { feeProblem } from '../src/core/validate/fee.ts'
import type { Validator } from '../src/core/validate/problem.ts'
import { contactFieldWords, type Words } from '../src/core/words.ts'
import { findAny, findById } from './find.ts'
import type { CollectionOptions } from './options.ts'

type Data = Readonly<Record<string, unknown>>
/** What these checks ask of Payload's validation of any field. */
type Context = {
  readonly id?: string | number
  readonly data: Data
  readonly siblingData: Data
  readonly operation?: string
  /** `onChange` while a form is being filled in, when nothing that takes a query is asked. */
  readonly event?: string
  readonly previousValue?: unknown
  readonly required?: boolean
  readonly req: PayloadRequest
}
type Verdict = string | true
export type FieldValidate = (value: unknown, context: Context) => Verdict | Promise<Verdict>

/** The user's language; Japanese for whoever reads neither. */
export const languageOf = ({ i18n }: PayloadRequest): 'ja' | 'en' =>
  i18n?.language === 'en' ? 'en' : 'ja'

/** A message in the user's language. */
export function say(req: PayloadRequest, words: Words): string {
  return words[languageOf(req)]
}

/** The value, or each of its values, as a core validator wants it; an empty one only where the field is `required`. */
export function checked(validator: Validator): FieldValidate {
  return (value, { req, required }) => {
    if (isEmpty(value)) return !required || say(req, valueMissing)
    for (const one of Array.isArray(value) ? value : [value]) {
      const problem = typeof one === 'string' ? validator(one) : notText
      if (problem) return say(req, problem)
    }
    return true
  }
}

/**
 * A localised value that must exist in the base language, and there only: Payload's `required` would block every save
 * in another language. What has no text in the base language yet cannot begin in another.
 */
export function neededInBase(options: CollectionOptions, missing: Words): FieldValidate {
  return (value, { req, operation }) => {
    if (!isInBase(options, req)) return operation !== 'create' || say(req, baseFirst)
    if (isEmpty(value)) return say(req, missing)
    return typeof value === 'string' || say(req, notText)
  }
}

/** The base language is the one that a request without localisation writes. */
export function isInBase({ locales }: CollectionOptions, req: PayloadRequest): boolean {
  const [base] = Object.values(locales)
  return base === null || base === undefined || !req.locale || req.locale === base
}

/** Every check in turn; the first that fails speaks. */
export function all(...checks: readonly FieldValidate[]): FieldValidate {
  return async (value, context) => {
    for (const check of checks) {
      const result = await check(value, context)
      if (result !== true) return result
    }
    return true
  }
}

/** What a document belongs to is settled when it is made: everything that points at it is checked against it. */
export function settledOnCreation(words: Words): FieldValidate {
  return (value, { event, operation, previousValue, req }) =>
    event === 'onChange' ||
    operation !== 'update' ||
    idIn(previousValue) === idIn(value) ||
    say(req, {
      ja: `${words.ja}は後から変更できません。新しく作成してください。`,
      en: `The ${words.en} cannot be changed afterwards. Make a new record instead.`,
    })
}

/** A slug that no other document of the same place has, not even one in the trash: it would come back. */
export function unused(
  collection: string,
  place: (data: Readonly<Record<string, unknown>>) => Record<string, { equals: unknown }>,
): FieldValidate {
  return async (value, { data, event, id, previousValue, req }) => {
    if (event === 'onChange' || isEmpty(value) || value === previousValue) return true
    const other = await findAny(req, collection, {
      trash: true,
      where: {
        and: [{ slug: { equals: value } }, { id: { not_equals: id ?? data.id } }, place(data)],
      },
    })
    if (!other) return true
    return say(
      req,
      other.deletedAt
        ? {
            ja: `URL用の名前「${value}」は、ごみ箱にあるものが使っています。別の名前にするか、ごみ箱から戻してください。`,
            en: `“${value}” belongs to something in the trash. Choose another name, or restore it.`,
          }
        : {
            ja: `URL用の名前「${value}」は、すでに使われています。別の名前にしてください。`,
            en: `“${value}” is taken. Choose another name.`,
          },
    )
  }
}

/** A section's parent stands in the same policy, and never below the section itself. */
export function parentInPolicy({ slugs }: CollectionOptions): FieldValidate {
  return async (value, { data, event, id, req }) => {
    if (event === 'onChange') return true
    const self = id ?? data.id
    const passed = new Set<unknown>([self])
    for (let at = idIn(value); at !== undefined; ) {
      if (passed.has(at)) return say(req, circle)
      passed.add(at)
      const section = await findById(req, slugs.policySections, at)
      if (!section || idIn(section.policy) !== idIn(data.policy)) return say(req, parentElsewhere)
      at = idIn(section.parent)
    }
    return true
  }
}

/** A section that is numbered as written needs a number to write. */
export function neededWhenPrinted(options: CollectionOptions): FieldValidate {
  return (value, { req, siblingData }) =>
    siblingData.numbered !== 'printed' ||
    !isInBase(options, req) ||
    !isEmpty(value) ||
    say(req, {
      ja: '印字する番号を入力するか、「番号」を別の選択にしてください。',
      en: 'Enter the printed number, or choose another way of numbering.',
    })
}

/** A printed line names a field that has a value; in other languages it may still be on its way. */
export function printedFieldFilled(options: CollectionOptions): FieldValidate {
  return (value, { data, req }) =>
    typeof value !== 'string' ||
    !(contactFields as readonly string[]).includes(value) ||
    !isInBase(options, req) ||
    !isEmpty(data[value]) ||
    say(req, {
      ja: `「${contactFieldWords[value as ContactField].ja}」が空欄です。値を入力するか、この行を外してください。`,
      en: `“${contactFieldWords[value as ContactField].en}” is empty. Enter it, or take this line out.`,
    })
}

/** The end of a period, in the field `to` beside its beginning in `from`. */
export function afterBeginning(from: string): FieldValidate {
  return (value, { req, siblingData }) => {
    const begin = siblingData[from]
    if (typeof value !== 'string' || typeof begin !== 'string') return true
    const problem = periodProblem({ from: begin, to: value })
    return problem ? say(req, problem) : true
  }
}

export const calendarDay = checked(calendarDayProblem)

/** The printed text of a fee agrees with its amount and its tax. */
export const printedFee: FieldValidate = (value, { req, siblingData }) => {
  if (typeof value !== 'string' || value === '') return say(req, valueMissing)
  const { amountYen, tax } = siblingData
  // Without an amount there is nothing to agree with; the field of the amount says so itself.
  if (typeof amountYen !== 'number') return true
  const stated = tax === 'included' || tax === 'excluded' ? tax : null
  const problem = feeProblem({ amountYen, tax: stated, text: value })
  return problem ? say(req, problem) : true
}

/** The id in a relation, populated or not. */
export function idIn(value: unknown): string | undefined {
  const id = typeof value === 'object' && value ? (value as { id?: unknown }).id : value
  return typeof id === 'string' && id !== '' ? id : undefined
}

export function isEmpty(value: unknown): value is '' | null | undefined {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

const valueMissing: Words = { ja: '入力してください。', en: 'Enter a value.' }
const notText: Words = { ja: '文字で入力してください。', en: 'Enter text.' }
const baseFirst: Words = {
  ja: '先に基本の言語（日本語）で作成し、それからこの言語の文を加えてください。',
  en: 'Make the record in the base language (Japanese) first, then add this language.',
}
const circle: Words = {
  ja: '上位の条項に、自分自身やその下位の条項は選べません。別の条項を選んでください。',
  en: 'A section cannot stand below itself. Choose another parent.',
}
const parentElsewhere: Words = {
  ja: '上位の条項は、同じポリシーの条項から選んでください。',
  en: 'Choose the parent from the sections of the same policy.',
}
