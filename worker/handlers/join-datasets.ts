/** Joins two datasets; run again, it finds the joined one or begins anew. */

import { joinDatasetsJob } from '@/lib/evidence/jobs'
import { joinDatasets } from '@/lib/evidence/join-datasets'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const joinDatasetsHandler = defineHandler(joinDatasetsJob, (payload, { count }) =>
  joinDatasets(systemActor('Joining'), { ...payload, attempt: count }),
)
