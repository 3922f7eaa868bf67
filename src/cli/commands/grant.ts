import { Command, Option } from 'commander'
import { type Role, roles } from '../../core/roles.ts'
import { say } from '../language.ts'

type Options = { readonly role: Role; readonly organisation: string[] }

export function grantCommand(): Command {
  return new Command('grant')
    .description(say({ ja: 'ユーザーに権限を与えます。', en: 'Gives a user a role.' }))
    .argument('<email>', say({ ja: 'ユーザーのメールアドレス', en: 'the user’s e-mail' }))
    .addOption(
      new Option('--role <role>', say({ ja: '権限', en: 'the role' }))
        .choices(roles)
        .makeOptionMandatory(),
    )
    .option(
      '--organisation <slug...>',
      say({
        ja: '担当する事業者（管理者は省略するとすべて）',
        en: 'for these organisations (an admin: all)',
      }),
      [],
    )
    .action(async (email: string, { role, organisation }: Options) => {
      const { atWork, grantRole } = await import('../workplace.ts')
      await atWork((reading) => grantRole({ email, role, organisations: organisation }, reading))
      console.log(
        say({ ja: `${email} に権限 ${role} を与えました。`, en: `${email} is now ${role}.` }),
      )
    })
}
