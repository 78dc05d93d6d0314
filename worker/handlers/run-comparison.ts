/** Compares the models of a queued run; run again, it starts anew and ends the run once. */

import { runComparison } from '@/lib/analysis/comparison/comparison-commands'
import { runComparisonJob } from '@/lib/analysis/jobs'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const runComparisonHandler = defineHandler(runComparisonJob, ({ runId }, { isLast }) =>
  runComparison(systemActor('Comparison'), { runId, isLastAttempt: isLast }),
)
