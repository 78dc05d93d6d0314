/** `record verify`: walks the record and names the first broken link. */

import { type Expectation, verifyRecord } from '@/lib/custody/verify'
import { closeConnections } from '@/lib/platform/connections'
import type { Command } from '../command'

const usage = `touchstone record verify [--expect N:HASH]

Checks every event of the record: its hash, its link to the event before, its payload, and that none is missing.
Works whether Touchstone runs or not; with DATABASE_URL it asks that database.

  --expect N:HASH   also check that event N has this hash; finds a record whose end was cut off

Exit status: 0 the record is whole · 1 a link is broken · 2 wrong call`

export const recordVerify: Command = {
  name: 'record verify',
  summary: 'check that the record is whole',
  usage,
  needs: 'database',
  run: async (args) => {
    const expect = readExpectation(args)
    if (expect === 'wrong') {
      process.stderr.write('`--expect` takes a number and a hash, like --expect 1204:9f3a…; see --help.\n')
      return 2
    }
    try {
      return report(await verifyRecord({ expect }))
    } finally {
      await closeConnections()
    }
  },
}

function report({ broken, head }: Awaited<ReturnType<typeof verifyRecord>>): number {
  if (broken) {
    process.stdout.write(`broken at event ${broken.seq}: ${broken.why}\n`)
    return 1
  }
  process.stdout.write(
    head ? `whole: ${head.seq} events\nhead: ${head.seq}:${head.hash}\n` : 'whole: the record is empty\n',
  )
  return 0
}

function readExpectation(args: string[]): Expectation | undefined | 'wrong' {
  if (args.length === 0) return undefined
  const match = args.length === 2 && args[0] === '--expect' ? /^(\d+):([0-9a-f]{64})$/i.exec(args[1] ?? '') : null
  return match?.[1] && match[2] ? { seq: BigInt(match[1]), hash: match[2].toLowerCase() } : 'wrong'
}
