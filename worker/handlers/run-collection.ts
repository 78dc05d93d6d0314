/** Goes on with a collection for a slice of time; run again, it goes on from what was kept. */

import { runCollectionJob } from '@/lib/collection/jobs'
import { runCollection } from '@/lib/collection/run-collection'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const runCollectionHandler = defineHandler(runCollectionJob, (payload) =>
  runCollection(systemActor('Collection'), payload),
)
