import { Command } from 'commander'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'

export function guardCommand(): Command {
  return new Command('guard')
    .description(
      say({
        ja: '公表した版を変更・削除できないようにするトリガーを、データベースに設けます。',
        en: 'Puts the triggers that freeze editions on the database.',
      }),
    )
    .action(async () => {
      const { atWork, guardEditions, guardRemedy } = await import('../workplace.ts')
      await atWork(async ({ req }) => {
        if (!(await guardEditions(req.payload)))
          throw new OperationRefused('editions-unguarded', guardRemedy)
        console.log(say({ ja: '版は保護されています。', en: 'Editions are frozen.' }))
      })
    })
}
