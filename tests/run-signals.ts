/** Carries out the run of signals of its argument as a worker would, keeping the steps of a log of any size; ends by itself. */

import { runSignals } from '@/lib/analysis/runs/signals-commands'
import { systemActor } from '@/lib/platform/actor'
import { closeConnections } from '@/lib/platform/connections'

const attempt = { runId: process.argv[2] ?? '', isLastAttempt: false }
await runSignals(systemActor('tests'), attempt, { leastRows: 0 })
await closeConnections()
process.exit(0)
