/** The job that calibrates; it bears being run twice. */

import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const runCalibrationJob = defineJob('run-calibration', z.object({ calibrationId: z.uuid() }))
