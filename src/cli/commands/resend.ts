import { Command } from 'commander'
import type { Resent } from '../../operations/webhooks/resend.ts'
import { say } from '../language.ts'
import { type ServerOption, serverAt, serverOption } from '../there/server.ts'

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
    .addOption(serverOption())
    .action(async (names: readonly string[], { server }: ServerOption) => {
      if (server !== undefined) return resendAll(names, resendThere(server))
      const { atWork, resendDelivery } = await import('../workplace.ts')
      await atWork((reading) => resendAll(names, (name) => resendDelivery(name, reading)))
    })
}

async function resendAll(
  names: readonly string[],
  resend: (name: string) => Promise<Resent>,
): Promise<void> {
  for (const name of names) {
    const { messageId } = await resend(name)
    console.log(
      say({
        ja: `${messageId} を送信待ちにしました。動いているサーバーがまもなく送ります。`,
        en: `${messageId} waits to be sent; a server that runs sends it in a moment.`,
      }),
    )
  }
}

function resendThere(address: string): (name: string) => Promise<Resent> {
  const server = serverAt(address)
  return async (name) => {
    const path = `/api/privacy-policy-webhook-deliveries/${encodeURIComponent(name)}/resend`
    return (await server.post(path, {})).answer as Resent
  }
}
