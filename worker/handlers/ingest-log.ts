/** Reads a sealed usage log into rows; run again, it finds the dataset, or the rows that a large one had kept. */

import { ingestLogJob } from '@/lib/evidence/jobs'
import { readLog } from '@/lib/evidence/read-log'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const ingestLogHandler = defineHandler(ingestLogJob, (payload, { count }) =>
  readLog(systemActor('Reading'), { ...payload, attempt: count }),
)
