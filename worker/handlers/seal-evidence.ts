/** Seals the bytes of a finished upload; run again, it starts from byte 0. */

import { sealEvidenceJob } from '@/lib/evidence/jobs'
import { sealEvidence } from '@/lib/evidence/seal-evidence'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const sealEvidenceHandler = defineHandler(sealEvidenceJob, (payload) =>
  sealEvidence(systemActor('Sealing'), payload),
)
