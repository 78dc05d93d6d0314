/** The job of collections; it may be run twice; the worker runs one at a time beside its other work. */

import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

const patience = 25

export const runCollectionJob = defineJob('run-collection', z.object({ collectionId: z.uuid() }), patience)
