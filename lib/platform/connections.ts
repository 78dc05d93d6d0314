/** The two pools of this process: one that PostgreSQL itself keeps read-only, one that writes. */

import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from './env'
import { AppError } from './errors'

type Connections = { reader: PrismaClient; writer: PrismaClient }

const held = globalThis as unknown as { touchstoneConnections?: Connections }

/** The clients of this process, opened at first use. Throws `unavailable` when no database is configured. */
export function connections(): Connections {
  held.touchstoneConnections ??= open()
  return held.touchstoneConnections
}

/** Closes both pools, so that a process can end or a test can change its database. */
export async function closeConnections(): Promise<void> {
  const open = held.touchstoneConnections
  held.touchstoneConnections = undefined
  await Promise.all([open?.reader.$disconnect(), open?.writer.$disconnect()])
}

function open(): Connections {
  const connectionString = env.databaseUrl
  if (!connectionString) {
    throw new AppError(
      'unavailable',
      'No database is configured. Start Touchstone with `npm start`, or set DATABASE_URL.',
    )
  }
  const client = (options: string, max: number) =>
    new PrismaClient({ adapter: new PrismaPg({ connectionString, options, max, connectionTimeoutMillis: 10_000 }) })
  return {
    reader: client('-c default_transaction_read_only=on -c timezone=UTC -c statement_timeout=30000', 8),
    writer: client('-c timezone=UTC', 8),
  }
}
