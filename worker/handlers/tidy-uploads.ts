/** Ends late uploads and clears stray files; run again, it finds nothing left to do. */

import { tidyUploadsJob } from '@/lib/evidence/jobs'
import { expireUploads } from '@/lib/evidence/receive-upload'
import { sweepFiles } from '@/lib/evidence/sweep-files'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const tidyUploadsHandler = defineHandler(tidyUploadsJob, async () => {
  await expireUploads(systemActor('Upload expiry'))
  await sweepFiles()
})
