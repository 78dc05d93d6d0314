/** The jobs that carry out analyses; both bear being run twice. */

import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

const payload = z.object({ runId: z.uuid() })

export const runSignalsJob = defineJob('run-signals', payload)
export const runComparisonJob = defineJob('run-comparison', payload)
