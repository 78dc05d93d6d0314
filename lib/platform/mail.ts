/** Sends mail when SMTP is set; otherwise says that it did not. */

import { createTransport } from 'nodemailer'
import { env } from './env'
import { log } from './log'

/** Whether the message was handed to the mail server. A failure is logged and answered by false: the link is shown anyway. */
export async function sendMail(message: { to: string; subject: string; text: string }): Promise<boolean> {
  if (!env.smtpUrl) return false
  try {
    await createTransport(env.smtpUrl).sendMail({ from: env.mailFrom, ...message })
    return true
  } catch (error) {
    log.warn({ err: error }, 'mail could not be sent')
    return false
  }
}
