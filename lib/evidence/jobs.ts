/** The jobs of evidence intake; each may be run twice. */

import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

const oneItem = z.object({ evidenceId: z.uuid() })

/** The server's own pass over all bytes of a finished upload. */
export const sealEvidenceJob = defineJob('seal-evidence', oneItem)

/** Makes the dataset of a sealed usage log. */
export const ingestLogJob = defineJob('ingest-log', oneItem)

/** Ends uploads that nobody went on with, and clears files that nothing refers to. */
export const tidyUploadsJob = defineJob('tidy-uploads', z.object({}).loose(), 3)
