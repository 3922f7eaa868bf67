import { type Command, Option } from 'commander'
import type { PickableChange } from '../core/partial/index.ts'
import type { PickableText } from '../operations/publishing/pickable-text.ts'
import { short } from './commands/compare.ts'
import { say } from './language.ts'
import { policyPath, type ServerOption, serverAt } from './there/server.ts'

/** What of the working copy is meant: some of its changes, by their keys. */
export type OnlyOption = { readonly only?: readonly string[] }
/** The same, and whether the keys are asked for. */
export type PartOptions = OnlyOption & { readonly listChanges?: true }

export const onlyOption = () =>
  new Option(
    '--only <key...>',
    say({
      ja: 'これらの変更だけとし、残りは作業中の版に残す（鍵は publish --list-changes が示す）',
      en: 'these changes only, by their keys in publish --list-changes; the rest stays in the working copy',
    }),
  )

export function withPartOptions(command: Command): Command {
  return command
    .option(
      '--list-changes',
      say({
        ja: '公表せずに、個別に公表できる変更を、鍵を付けて一覧にする',
        en: 'publish nothing: list the changes that can be published by themselves, with their keys',
      }),
    )
    .addOption(onlyOption())
}

/** Prints the changes of a working copy that can be published by themselves: what, what it needs, and its key. */
export async function listChanges(name: string, options: ListOptions): Promise<void> {
  const { against, changes } =
    options.server === undefined
      ? await changesHere(name, options)
      : await changesThere(name, options, options.server)
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

type ListOptions = ServerOption & { readonly effectiveFrom?: string; readonly corrects?: number }

async function changesHere(
  name: string,
  { effectiveFrom, corrects }: ListOptions,
): Promise<PickableText> {
  const { atWork, findPolicy, pickableText } = await import('./workplace.ts')
  return atWork(async (reading) => {
    const { policy } = await findPolicy(name, reading)
    const request = { policy, effectiveFrom: effectiveFrom ?? null, corrects: corrects ?? null }
    return pickableText(request, reading)
  })
}

async function changesThere(
  name: string,
  { effectiveFrom, corrects }: ListOptions,
  server: string,
): Promise<PickableText> {
  const query = new URLSearchParams({
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(corrects !== undefined && { corrects: String(corrects) }),
  })
  return (await serverAt(server).get(`${policyPath(name)}/changes?${query}`)) as PickableText
}

const words: {
  readonly [C in PickableChange['change']]: { readonly ja: string; readonly en: string }
} = {
  added: { ja: '追加', en: 'added  ' },
  removed: { ja: '削除', en: 'removed' },
  changed: { ja: '変更', en: 'changed' },
  moved: { ja: '移動', en: 'moved  ' },
}
