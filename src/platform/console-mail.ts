import type { EmailAdapter } from 'payload'

/** Stands in while no mail server is set up: prints what would have been sent, such as the link to a new password. */
export const consoleMail: EmailAdapter = ({ payload }) => ({
  name: 'console',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'Privacy policies',
  sendEmail: async ({ to, subject, html, text }) => {
    payload.logger.warn(
      { to, subject, body: text ?? html },
      'No mail server is set up, so this mail was not sent',
    )
  },
})
