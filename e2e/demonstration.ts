/** The demonstration people of the installation under test, by the part they play, and where their signed-in state is kept. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const names = {
  analyst: 'mara',
  outsider: 'tomas',
  lead: 'ines',
  legal: 'jonas',
  secondLegal: 'priya',
  manager: 'helen',
  admin: 'sam',
  auditor: 'olga',
} as const

export type Part = keyof typeof names
export const parts = Object.keys(names) as Part[]
export type Account = { name: string; role: string; email: string; password: string }

/** Data folder of the installation under test. */
export const home = process.env.TOUCHSTONE_E2E_HOME ?? ''

/** Name, address and password of whoever plays a part. */
export function accountOf(part: Part): Account {
  const accounts = JSON.parse(readFileSync(join(home, 'demo-accounts.json'), 'utf8')) as Account[]
  const account = accounts.find(({ email }) => email.startsWith(`${names[part]}@`))
  if (!account) throw new Error(`Nobody of the demonstration plays the ${part}.`)
  return account
}

/** The file with the session of whoever plays a part; `sign-in.setup.ts` writes it. */
export const sessionOf = (part: Part): string => join(home, `session-${part}.json`)

/** The cases of the demonstration, by their title. */
export const demonstration = {
  harvest: 'Reasoning harvested through a pool of accounts (synthetic)',
  approved: 'Model outputs resold as training data (synthetic)',
  draft: 'Heavy traffic behind one university address (synthetic)',
}
