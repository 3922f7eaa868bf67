import type { Tab } from 'payload'
import { reasonProblem } from '../src/core/validate/reason.ts'
import { ruleIdProblem } from '../src/core/validate/rule-id.ts'
import { suppressionPlaceProblem } from '../src/core/validate/suppression-place.ts'
import { row, text, textarea } from './fields.ts'
import { checked, type FieldValidate } from './validation.ts'

/** The rules of the checker that are switched off for a policy, or for one place in it, each with its reason. */
export function suppressions(): Tab {
  return {
    label: { ja: '点検の除外', en: 'Suppressions' },
    fields: [
      {
        name: 'suppressions',
        type: 'array',
        label: { ja: '点検の除外', en: 'Suppressions' },
        labels: {
          singular: { ja: '除外', en: 'Suppression' },
          plural: { ja: '除外', en: 'Suppressions' },
        },
        admin: {
          initCollapsed: true,
          description: {
            ja: '点検で指摘しない規則と、その理由です。「点検」の画面からも加えられます。公開されません。',
            en: 'Rules that the check leaves out, and why. The screen “Check” adds them too. Never public.',
          },
        },
        fields: [
          row([
            {
              ...text('rule', {
                label: { ja: '規則', en: 'Rule' },
                description: { ja: '規則のIDです（例: org-address）。', en: 'Its id.' },
                placeholder: 'org-address',
                required: true,
              }),
              validate: unlessKept(checked(ruleIdProblem)),
            },
            text('place', {
              label: { ja: '箇所', en: 'Place' },
              description: {
                ja: '条項や利用目的などのID。題名は title、前文は preamble、結びは closing。空欄にするとポリシー全体です。',
                en: 'The id of a section or a record; title, preamble or closing; empty: the whole policy.',
              },
              validator: suppressionPlaceProblem,
              width: '50%',
            }),
          ]),
          textarea('reason', {
            label: { ja: '理由', en: 'Reason' },
            description: {
              ja: '後から見た人が納得できるように書きます。',
              en: 'For whoever looks at it later.',
            },
            validator: reasonProblem,
            required: true,
          }),
        ],
      },
    ],
  }
}

/** A rule that is no more stays where it was named: the policy can still be saved. */
function unlessKept(check: FieldValidate): FieldValidate {
  return (value, context) =>
    (typeof value === 'string' && value !== '' && value === context.previousValue) ||
    check(value, context)
}
