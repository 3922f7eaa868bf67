import type { CheckboxField, CollectionConfig } from 'payload'
import { exceptionBases, exceptionScopes } from '../src/core/document.ts'
import { exceptionBasisWords, exceptionScopeWords } from '../src/core/words.ts'
import { ofOrganisationOrLibrary, recordAccess } from './access.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import { checkbox, choice, group, organisation, recordId, row, textarea } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'
import { whereUsed } from './where-used.ts'

/** 例外: a case in which the person's consent or the company's answer is not needed, as this organisation words it. */
export function exceptionClauses(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.exceptionClauses,
    labels: {
      singular: { ja: '例外', en: 'Exception clause' },
      plural: { ja: '例外', en: 'Exception clauses' },
    },
    admin: {
      group,
      description: {
        ja: '本人の同意を要しない場合、開示に応じない場合などの例外です。法令のどの号に当たるかを併せて記録します。',
        en: 'Cases without consent, refusals of disclosure and the like, with the item of the law that each rests on.',
      },
      useAsTitle: 'text',
      defaultColumns: ['text', 'basis', 'appliesTo', 'organisation'],
      listSearchableFields: ['text'],
    },
    access: recordAccess(options, ofOrganisationOrLibrary),
    ...record(),
    fields: [
      recordId(),
      textarea('text', {
        label: { ja: '例外の文', en: 'Text' },
        description: {
          ja: '印字する文そのものです（例: 法令に基づく場合）。',
          en: 'As printed (such as “where required by laws and regulations”).',
        },
        localized: true,
        needed: {
          options,
          words: { ja: '例外の文を入力してください。', en: 'Enter the text of the exception.' },
        },
      }),
      row([
        choice('basis', exceptionBases, exceptionBasisWords, {
          label: { ja: '根拠', en: 'Basis' },
          description: {
            ja: '法令のどの号に当たるか。印字されません。',
            en: 'The item of the law; not printed.',
          },
          required: true,
          defaultValue: 'other',
          width: '55%',
        }),
        choice('appliesTo', exceptionScopes, exceptionScopeWords, {
          label: { ja: '何の例外か', en: 'Exception to' },
          description: {
            ja: '第三者提供、不開示、利用停止等のいずれについての例外か。印字されません。',
            en: 'What it is an exception to; not printed.',
          },
          required: true,
          defaultValue: 'third-party-provision',
          width: '45%',
        }),
      ]),
      onlyForOther(
        checkbox('groundedInLaw', {
          label: { ja: '他の法令に根拠がある', en: 'Grounded in another law' },
          description: {
            ja: '根拠が「事業者の定め」でも、上の一覧にない法令の規定によるときはオンにします。',
            en: 'On when a law that the list above does not name grounds the exception.',
          },
        }),
      ),
      ...whereUsed(options, 'exceptionClauses'),
      organisation(options, { library: true }),
      bulkUpdateNote(),
    ],
  }
}

/** The listed bases are law by themselves. */
const onlyForOther = (field: CheckboxField): CheckboxField => ({
  ...field,
  admin: { ...field.admin, condition: (_, siblings) => siblings.basis === 'other' },
})
