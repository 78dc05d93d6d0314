/** Measures the signals of a queued run; run again, it starts anew and ends the run once. */

import { runSignalsJob } from '@/lib/analysis/jobs'
import { runSignals } from '@/lib/analysis/signals-commands'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const runSignalsHandler = defineHandler(runSignalsJob, ({ runId }, { isLast }) =>
  runSignals(systemActor('Signals'), { runId, isLastAttempt: isLast }),
)
