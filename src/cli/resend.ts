import { Command } from 'commander'
import { say } from './language.ts'

export function resendCommand(): Command {
  return new Command('resend')
    .description(
      say({
        ja: '送信を打ち切った通知（Webhook）を、もう一度だけ送ります。',
        en: 'Sends a webhook once more that was given up.',
      }),
    )
    .argument(
      '<delivery...>',
      say({
        ja: '送信記録のID、または見出し webhook-id の値',
        en: 'the id of the delivery, or what its header webhook-id said',
      }),
    )
    .action(async (names: readonly string[]) => {
      const { atWork, resendDelivery } = await import('./workplace.ts')
      await atWork(async (reading) => {
        for (const name of names) {
          const { messageId } = await resendDelivery(name, reading)
          console.log(
            say({
              ja: `${messageId} を送信待ちにしました。動いているサーバーがまもなく送ります。`,
              en: `${messageId} waits to be sent; a server that runs sends it in a moment.`,
            }),
          )
        }
      })
    })
}
