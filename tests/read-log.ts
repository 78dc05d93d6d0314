/** Reads the log of its argument as a worker would, keeping the rows of an original of any size; ends by itself. */

import { readLog } from '@/lib/evidence/read-log'
import { systemActor } from '@/lib/platform/actor'
import { closeConnections } from '@/lib/platform/connections'

await readLog(systemActor('tests'), { evidenceId: process.argv[2] ?? '', attempt: 1 }, { leastBytes: 0 })
await closeConnections()
process.exit(0)
