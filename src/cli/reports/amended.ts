import type { Fate } from '../../core/amendment.ts'
import { relationKinds } from '../../core/lexical/relations.ts'
import type { Words } from '../../core/words.ts'
import type { Amended } from '../../operations/importing/amend-policy.ts'
import { say } from '../language.ts'

const kindWords = {
  sections: { ja: '条項', en: 'Sections' },
  purposes: { ja: '利用目的', en: 'Purposes' },
  exceptionClauses: { ja: '例外', en: 'Exceptions' },
  jointUsePartners: { ja: '共同利用者', en: 'Joint-use partners' },
  safetyMeasures: { ja: '安全管理措置', en: 'Safety measures' },
  contacts: { ja: '窓口', en: 'Contacts' },
} satisfies { readonly [kind: string]: Words }

const fateWords = {
  added: { ja: '追加', en: 'added' },
  changed: { ja: '変更', en: 'changed' },
  moved: { ja: '移動', en: 'moved' },
  removed: { ja: '削除', en: 'removed' },
  parted: {
    ja: '分離（ほかのポリシーや共通の文例が使う記録はそのまま残し、このポリシー用の記録を新しく用意）',
    en: 'parted (others print the record too: it stays, and this policy gets its own)',
  },
} satisfies { readonly [fate: string]: Words }

/** What an import made, or would make, of a policy that is there: each kind with its counts, then by name. */
export function amendedLines(
  { amendment, moved, parted, differences, organisationChanged, names }: Amended,
  policy: string,
  isDryRun: boolean,
): string {
  const named = (fate: keyof typeof fateWords, ids: readonly string[]) =>
    ids.map((id) => `    ${say(fateWords[fate])}: ${names[id] ?? id}`)
  const kind = (words: Words, fate: Fate, itsMoved: readonly string[]) => {
    const counts = [
      `${say({ ja: '維持', en: 'kept' })} ${fate.kept.length}`,
      ...(['changed', 'added', 'removed'] as const).flatMap((one) =>
        fate[one].length ? `${say(fateWords[one])} ${fate[one].length}` : [],
      ),
      ...(itsMoved.length ? [`${say(fateWords.moved)} ${itsMoved.length}`] : []),
    ]
    return [
      `  ${say(words)}: ${counts.join(say({ ja: '・', en: ', ' }))}`,
      ...named('added', fate.added),
      ...named('changed', fate.changed),
      ...named('moved', itsMoved),
      ...named('removed', fate.removed),
    ]
  }
  return [
    isDryRun
      ? say({
          ja: `${policy} に取り込むと、次のとおりになります（まだ何も書き込んでいません）`,
          en: `Imported into ${policy}, this would be (nothing has been written)`,
        })
      : say({
          ja: `${policy} に取り込みました`,
          en: `Imported into ${policy}`,
        }),
    ...kind(kindWords.sections, amendment.sections, moved),
    ...relationKinds.flatMap((one) => kind(kindWords[one], amendment[one], [])),
    ...named('parted', parted),
    ...(amendment.policyChanged
      ? [
          `  ${say({ ja: '表題・前文・結びなど: 変更', en: 'Title, preamble or closing: changed' })}`,
        ]
      : []),
    ...differences.map(({ field, stored, stated }) =>
      say(
        organisationChanged
          ? {
              ja: `  事業者の記録: 変更（${field}）「${stored}」→「${stated}」`,
              en: `  The organisation's record: changed (${field}) “${stored}” → “${stated}”`,
            }
          : {
              ja: `  事業者の記録と本文が異なります（${field}）: 記録「${stored}」、本文「${stated}」。記録も改めるには --update-organisation を付けてください。`,
              en: `  The organisation's record and the text differ (${field}): record “${stored}”, text “${stated}”. To change the record too, add --update-organisation.`,
            },
      ),
    ),
    isDryRun
      ? say({
          ja: '取り込むには --dry-run を外してください。',
          en: 'To import it, leave out --dry-run.',
        })
      : say({
          ja: `公表するには: privacy-policy publish ${policy}`,
          en: `To publish it: privacy-policy publish ${policy}`,
        }),
  ].join('\n')
}
