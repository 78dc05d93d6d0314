'use server'

/** The server action of the summary page. */

import { defineAction } from '@/lib/platform/action'
import { exportSummary } from './commands'
import { exportSummary as exportSchema } from './schema'

export const exportSummaryAction = defineAction(exportSchema, exportSummary)
