import type { Command } from 'commander'
import type { PickableChange } from '../core/partial/index.ts'
import { short } from './compare.ts'
import { say } from './language.ts'

/** What of the working copy is published: some of its changes by their keys, which are listed on request. */
export type PartOptions = { readonly only?: readonly string[]; readonly listChanges?: true }

export function withPartOptions(command: Command): Command {
  return command
    .option(
      '--list-changes',
      say({
        ja: '公表せずに、個別に公表できる変更を、鍵を付けて一覧にする',
        en: 'publish nothing: list the changes that can be published by themselves, with their keys',
      }),
    )
    .option(
      '--only <key...>',
      say({
        ja: '指定した変更だけを公表し、残りは作業中の版に残す（鍵は --list-changes が示す）',
        en: 'publish these changes only, by their keys in --list-changes; the rest stays in the working copy',
      }),
    )
}

/** Prints the changes of a working copy that can be published by themselves: what, what it needs, and its key. */
export async function listChanges(
  name: string,
  options: { readonly effectiveFrom?: string; readonly corrects?: number },
): Promise<void> {
  const { atWork, findPolicy, pickableText } = await import('./workplace.ts')
  const { against, changes } = await atWork(async (reading) =>
    pickableText(
      {
        policy: (await findPolicy(name, reading)).policy,
        effectiveFrom: options.effectiveFrom ?? null,
        corrects: options.corrects ?? null,
      },
      reading,
    ),
  )
  console.log(
    changes.length === 0
      ? say({
          ja: `${name}: 第${against.number}版から変更されていません。`,
          en: `${name}: nothing differs from edition ${against.number}.`,
        })
      : say({
          ja: `${name}: 第${against.number}版（${against.effectiveFrom} 施行）からの変更`,
          en: `${name}: changes since edition ${against.number}, in force from ${against.effectiveFrom}`,
        }),
  )
  const names = new Map(changes.map((change) => [change.key, say(change.name)]))
  for (const change of changes) {
    console.log(`${say(words[change.change])} ${say(change.name)}\n    ${change.key}`)
    for (const { before, after } of change.changes)
      console.log(`    ${short(before)} → ${short(after)}`)
    if (change.needs.length > 0)
      console.log(
        say({
          ja: `    あわせて公表: ${change.needs.map((key) => names.get(key)).join('、')}`,
          en: `    along with: ${change.needs.map((key) => names.get(key)).join(', ')}`,
        }),
      )
  }
}

const words: {
  readonly [C in PickableChange['change']]: { readonly ja: string; readonly en: string }
} = {
  added: { ja: '追加', en: 'added  ' },
  removed: { ja: '削除', en: 'removed' },
  changed: { ja: '変更', en: 'changed' },
  moved: { ja: '移動', en: 'moved  ' },
}
