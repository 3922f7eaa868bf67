import { Command } from 'commander'
import type { Restored } from '../../operations/publishing/restore-policy.ts'
import { say } from '../language.ts'
import { wholeNumber } from '../options/whole-number.ts'
import { policyPath, type ServerOption, serverAt, serverOption } from '../there/server.ts'

export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      say({
        ja: '公表した版の本文を、作業中の版に戻します。',
        en: 'Makes an edition the working copy again.',
      }),
    )
    .argument('<policy>', say({ ja: '事業者/ポリシー', en: 'ORGANISATION/POLICY' }))
    .argument('<edition>', say({ ja: '版の番号', en: 'the number of the edition' }), wholeNumber)
    .addOption(serverOption())
    .action(async (name: string, number: number, { server }: ServerOption) => {
      const restored =
        server === undefined
          ? await restoreHere(name, number)
          : await restoreThere(name, number, server)
      const { written, trashed } = restored.sections
      const copies = restored.records.filter(({ outcome }) => outcome === 'copied').length
      const languages = restored.languages.join(', ')
      console.log(
        say({
          ja: `${name} 第${number}版を作業中の版に戻しました（言語 ${languages}、書き戻した条項 ${written}、ごみ箱に移した条項 ${trashed}、書き戻した記録 ${restored.records.length - copies}）。`,
          en: `${name}: edition ${number} is the working copy again (languages: ${languages}; ${written} sections written, ${trashed} trashed, ${restored.records.length - copies} records written).`,
        }),
      )
      if (copies)
        console.log(
          say({
            ja: `ほかのポリシーも使っている記録 ${copies} 件は変更せず、この版の文で複製しました。`,
            en: `${copies} records that other policies use were left as they are; this policy prints copies of its own.`,
          }),
        )
      if (restored.organisation.length)
        console.log(
          say({
            ja: `事業者の記録は戻していません。版と異なる項目: ${restored.organisation.join('、')}`,
            en: `The record of the organisation was not restored. It differs in: ${restored.organisation.join(', ')}.`,
          }),
        )
    })
}

async function restoreHere(name: string, number: number): Promise<Restored> {
  const { atWork, findPolicy, restorePolicy } = await import('../workplace.ts')
  return atWork(async (reading) => {
    const { policy } = await findPolicy(name, reading)
    return restorePolicy({ policy, number }, reading)
  })
}

async function restoreThere(name: string, number: number, server: string): Promise<Restored> {
  const path = `${policyPath(name)}/editions/${number}/restore`
  return (await serverAt(server).post(path, {})).answer as Restored
}
