import type {
  ArrayField,
  CheckboxField,
  CollectionSlug,
  Field,
  RowField,
  SelectField,
  SingleRelationshipField,
  TextareaField,
  TextField,
  Where,
} from 'payload'
import { relationship } from 'payload/shared'
import { v7 as uuidv7 } from 'uuid'
import { calendarDayProblem } from '../src/core/validate/calendar-day.ts'
import type { Validator } from '../src/core/validate/problem.ts'
import { recordIdProblem } from '../src/core/validate/record-id.ts'
import type { Words } from '../src/core/words.ts'
import { membershipOf, nobody } from './access.ts'
import type { CollectionOptions } from './options.ts'
import { all, checked, type FieldValidate, neededInBase, settledOnCreation } from './validation.ts'

/** The menu group of all collections. */
export const group: Words = { ja: 'プライバシーポリシー', en: 'Privacy policies' }

/** For joins, which list what is in the trash too. */
export const notTrashed = (): Where => ({ deletedAt: { exists: false } })

/**
 * A UUID v7 of our own, so that ids are the same in every host whatever its ids are. An import may give one. Not a
 * default value: Payload fills those in on reading too, and would give every version an id at random.
 */
export function recordId(): TextField {
  return {
    name: 'id',
    type: 'text',
    label: 'ID',
    hooks: {
      beforeValidate: [
        ({ value, operation }) => (operation === 'create' && !value ? uuidv7() : value),
      ],
    },
    validate: checked(recordIdProblem),
    access: { update: nobody },
    admin: { hidden: true, disableListColumn: true, disableBulkEdit: true },
  }
}

/** Whose record it is. Settled on creation; a member of one organisation need not choose. */
export function organisation(
  options: CollectionOptions,
  { library = false }: { readonly library?: boolean } = {},
): SingleRelationshipField {
  return relation('organisation', options.slugs.organisations, {
    label: { ja: '事業者', en: 'Organisation' },
    description: library
      ? {
          ja: '空欄にすると、すべての事業者が使える共通の文例になります（全事業者の管理者だけが作れます）。作成後は変更できません。',
          en: 'Left empty, it belongs to the library that all organisations share (made by admins of all organisations only). Cannot be changed afterwards.',
        }
      : { ja: '作成後は変更できません。', en: 'Cannot be changed afterwards.' },
    check: settledOnCreation({ ja: '事業者', en: 'organisation' }),
    required: !library,
    defaultValue: async ({ req }) => {
      const membership = await membershipOf(options, req)
      const own = membership?.organisations
      return own && own !== 'all' && own.length === 1 ? own[0] : undefined
    },
    admin: { position: 'sidebar' },
  })
}

type Common = {
  readonly label: Words
  readonly description: Words
  /** What else holds, beside what the field's type asks. */
  readonly check?: FieldValidate
}

/** A relation to one record. Whoever writes it must be able to read the record; the trash does not count. */
export function relation(
  name: string,
  relationTo: string,
  {
    label,
    description,
    check,
    admin,
    ...rest
  }: Common &
    Pick<Partial<SingleRelationshipField>, 'required' | 'defaultValue' | 'filterOptions' | 'admin'>,
): SingleRelationshipField {
  return {
    name,
    type: 'relationship',
    relationTo: relationTo as CollectionSlug,
    label,
    index: true,
    // Always set: it is what makes Payload look whether the record is there and may be read.
    filterOptions: () => true,
    validate: (value, context) =>
      all(...(check ? [check] : []), () => relationship(value, context))(value, context as never),
    admin: { ...admin, description },
    ...rest,
  }
}
type Written = Common & {
  /** The text exists in every language of the policy. */
  readonly localized?: true
  readonly required?: true
  /** What to say where the base language has no text. */
  readonly needed?: { readonly options: CollectionOptions; readonly words: Words }
  readonly validator?: Validator
  readonly placeholder?: string
  readonly width?: string
  readonly unique?: true
}

/** A line of text. */
export function text(name: string, written: Written): TextField {
  return { name, type: 'text', ...asWritten(written) }
}

/** Text of several lines, or a sentence. */
export function textarea(name: string, written: Written): TextareaField {
  return { name, type: 'textarea', ...asWritten(written) }
}

/** A calendar day as text: a day in Japan has no time and no zone that could move it. */
export function day(name: string, written: Omit<Written, 'validator'>): TextField {
  return text(name, { placeholder: '2024-04-01', validator: calendarDayProblem, ...written })
}

function asWritten({
  label,
  description,
  check,
  needed,
  validator,
  placeholder,
  width,
  ...rest
}: Written) {
  return {
    label,
    ...rest,
    validate: all(
      ...(needed ? [neededInBase(needed.options, needed.words)] : []),
      checked(validator ?? (() => null)),
      ...(check ? [check] : []),
    ),
    admin: {
      description,
      ...(placeholder && { placeholder }),
      ...(width && { width }),
    },
  }
}

/** One value of a vocabulary. */
export function choice<K extends string>(
  name: string,
  values: readonly K[],
  words: { readonly [P in K]: Words },
  {
    label,
    description,
    ...rest
  }: Common & Pick<Partial<SelectField>, 'required' | 'defaultValue'> & { readonly width?: string },
): SelectField {
  const { width, ...field } = rest
  return {
    name,
    type: 'select',
    label,
    ...field,
    options: choices(values, words),
    admin: { description, ...(width && { width }) },
  }
}

export function choices<K extends string>(
  values: readonly K[],
  words: { readonly [P in K]: Words },
): { value: K; label: Words }[] {
  return values.map((value) => ({ value, label: words[value] }))
}

export function checkbox(
  name: string,
  { label, description, width }: Common & { readonly width?: string },
): CheckboxField {
  return {
    name,
    type: 'checkbox',
    label,
    defaultValue: false,
    admin: { description, ...(width && { width }) },
  }
}

/** Names that a person or company bore before, with the day until which it did. */
export function formerNames(): ArrayField {
  return {
    name: 'formerNames',
    type: 'array',
    label: { ja: '旧名称', en: 'Former names' },
    labels: {
      singular: { ja: '旧名称', en: 'Former name' },
      plural: { ja: '旧名称', en: 'Former names' },
    },
    admin: {
      description: {
        ja: '名称の変更後も古い名称で書かれた文を見つけるために使います。印字されません。',
        en: 'Used to find texts that still bear the old name. Not printed.',
      },
      initCollapsed: true,
    },
    fields: [
      row([
        text('name', {
          label: { ja: '名称', en: 'Name' },
          description: { ja: '以前の正式名称です。', en: 'The name it bore.' },
          localized: true,
          width: '65%',
        }),
        day('until', {
          label: { ja: 'この日まで', en: 'Until' },
          description: { ja: '名称変更の前日です。', en: 'The day before the change.' },
          width: '35%',
        }),
      ]),
    ],
  }
}

export const row = (fields: Field[]): RowField => ({ type: 'row', fields })
