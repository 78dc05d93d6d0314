/** The demonstration people: one or two of each role, with random passwords that only this machine's file knows. */

import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from '@/lib/people/password'
import { roleNames } from '@/lib/people/schema'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { Role } from '@/prisma/generated/enums'

const cast = {
  analyst: { name: 'Mara Lindqvist', role: 'ANALYST' },
  secondAnalyst: { name: 'Tomás Herrera', role: 'ANALYST' },
  lead: { name: 'Ines Okafor', role: 'LEAD' },
  legal: { name: 'Jonas Weber', role: 'LEGAL' },
  secondLegal: { name: 'Priya Raman', role: 'LEGAL' },
  manager: { name: 'Helen Sato', role: 'MANAGER' },
  admin: { name: 'Sam Dufour', role: 'ADMIN' },
  auditor: { name: 'Olga Petrenko', role: 'AUDITOR' },
} as const satisfies Record<string, { name: string; role: Role }>

type Part = keyof typeof cast
export type Cast = Record<Part, PersonActor>
type Account = { name: string; role: string; email: string; password: string }

/** The cast as actors; those who are missing are made. */
export async function seedPeople(): Promise<Cast> {
  const accounts = accountsOnFile()
  const missing: (Account & { passwordHash: string })[] = []
  for (const account of accounts) {
    if (await db.person.findUnique({ where: { email: account.email } })) continue
    missing.push({ ...account, passwordHash: await hashPassword(account.password) })
  }
  if (missing.length > 0) {
    await transact(systemActor('Demonstration'), async ({ tx, record }) => {
      for (const { name, email, passwordHash } of missing) {
        const role = roleOf(email)
        await tx.person.create({ data: { name, email, role, passwordHash, demo: true, createdAt: now() } })
      }
      record({ type: 'demonstration.seeded', caseId: null, data: { people: missing.length } })
    })
  }
  const parts = Object.keys(cast) as Part[]
  return Object.fromEntries(await Promise.all(parts.map(async (part) => [part, await actorOf(part)]))) as Cast
}

async function actorOf(part: Part): Promise<PersonActor> {
  const { id, name, email, role } = await db.person.findUniqueOrThrow({ where: { email: emailOf(part) } })
  return { kind: 'person', id, name, email, role, sessionId: null, address: null }
}

/** The accounts as they were first drawn: the file comes before the people, so that no password is ever lost. */
function accountsOnFile(): Account[] {
  const file = join(env.home, 'demo-accounts.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Account[]
  const accounts = (Object.keys(cast) as Part[]).map((part) => ({
    name: cast[part].name,
    role: roleNames[cast[part].role],
    email: emailOf(part),
    password: drawPassword(),
  }))
  writeFileSync(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return accounts
}

const emailOf = (part: Part): string =>
  `${cast[part].name.split(' ')[0]?.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}@demo.example`

function roleOf(email: string): Role {
  const part = (Object.keys(cast) as Part[]).find((each) => emailOf(each) === email)
  if (!part) throw new Error(`Nobody of the demonstration has the address ${email}.`)
  return cast[part].role
}

const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'no', 'pi', 'ra', 'su', 'ta', 've', 'wo', 'xi', 'zu']

/** Three words of four syllables: 48 bits. */
function drawPassword(): string {
  const word = () => Array.from({ length: 4 }, () => syllables[randomInt(syllables.length)]).join('')
  return [word(), word(), word()].join('-')
}
