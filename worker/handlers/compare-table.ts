/** Compares an attached table with its sealed rows; run again, it compares again. */

import { compareTable } from '@/lib/evidence/attached-table'
import { compareTableJob } from '@/lib/evidence/jobs'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const compareTableHandler = defineHandler(compareTableJob, (payload) =>
  compareTable(systemActor('Verification'), payload),
)
