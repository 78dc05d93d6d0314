/** Reads and seals the rows of an attached table; run again, it asks the table anew. */

import { attachTable } from '@/lib/evidence/attached-table'
import { attachTableJob } from '@/lib/evidence/jobs'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

const mostTries = 6

export const attachTableHandler = defineHandler(attachTableJob, (payload, { count }) =>
  attachTable(systemActor('Sealing'), { ...payload, isLastAttempt: count >= mostTries }),
)
