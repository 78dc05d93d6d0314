/** Measures the signals of a queued run; run again, it goes on behind the steps that it had kept, and ends the run once. */

import { runSignalsJob } from '@/lib/analysis/jobs'
import { runSignals } from '@/lib/analysis/runs/signals-commands'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const runSignalsHandler = defineHandler(runSignalsJob, ({ runId }, { isLast }) =>
  runSignals(systemActor('Signals'), { runId, isLastAttempt: isLast }),
)
