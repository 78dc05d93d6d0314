/** What the terminal shows once everything is up: where to go, and how to come in. */

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database'
import { hasPeople } from './seed-once'
import type { Settings } from './settings'

type Account = { name: string; role: string; email: string; password: string }

/** Prints the address, the demonstration accounts when they may be used, and the one-time link when nobody exists yet. */
export async function greet(
  settings: Settings,
  address: string,
  { seconds, database }: { seconds: number; database: Database },
) {
  const { home } = settings
  console.log(
    `\nTouchstone is at ${address}  (up in ${seconds.toFixed(1)} s; data in ${home}; database in ${database.place})`,
  )
  if (!(await hasPeople(database.ownerUrl))) {
    console.log(
      `\nNobody can sign in yet. Make the first administrator here, once:\n  ${address}/first-administrator?token=${firstToken(home)}`,
    )
  }
  const file = join(home, 'demo-accounts.json')
  if (settings.public) console.log('\nIt can be reached from other machines, so the demonstration people are refused.')
  else if (existsSync(file)) showAccounts(JSON.parse(readFileSync(file, 'utf8')) as Account[] | { accounts: Account[] })
  console.log('\nCtrl-C stops all of it.')
}

function showAccounts(content: Account[] | { accounts: Account[] }): void {
  const accounts = Array.isArray(content) ? content : content.accounts
  const width = (of: (account: Account) => string) => Math.max(...accounts.map((account) => of(account).length))
  const [role, email] = [width((account) => account.role), width((account) => account.email)]
  console.log('\nDemonstration accounts (this machine only):')
  for (const account of accounts) {
    console.log(`  ${account.role.padEnd(role)}  ${account.email.padEnd(email)}  ${account.password}  ${account.name}`)
  }
}

function firstToken(home: string): string {
  const file = join(home, 'first-administrator-token')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const token = randomBytes(24).toString('base64url')
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  return token
}
