/** The jobs of evidence intake; each may be run twice. */

import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

/** A start that a power cut or a kill ended counts too, so there are many. */
const patience = 25

const oneItem = z.object({ evidenceId: z.uuid() })

/** The server's own pass over all bytes of a finished upload. */
export const sealEvidenceJob = defineJob('seal-evidence', oneItem, patience)

/** Makes the dataset of a sealed usage log; by a saved mapping if one was chosen. */
export const ingestLogJob = defineJob('ingest-log', oneItem.extend({ mappingId: z.uuid().optional() }), patience)

/** Reads the rows of an attached table and seals them. */
export const attachTableJob = defineJob('attach-table', oneItem, patience)

/** Asks an attached table again and says whether its rows are the sealed ones. */
export const compareTableJob = defineJob('compare-table', oneItem, 3)
/** Makes a dataset of two: the first completed by the second. */
export const joinDatasetsJob = defineJob('join-datasets', z.object({ mainId: z.uuid(), otherId: z.uuid() }), patience)

/** Ends uploads that nobody went on with, and clears files that nothing refers to. */
export const tidyUploadsJob = defineJob('tidy-uploads', z.object({}).loose(), 3)
