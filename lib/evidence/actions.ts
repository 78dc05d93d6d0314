'use server'

/** Server actions of the evidence pages. */

import { defineAction } from '@/lib/platform/action'
import { askTableAgain, attachByQuery } from './attach-commands'
import { readLogAgain, withdrawEvidence } from './commands'
import { joinLogs } from './join-commands'
import { joinLogs as joinSchema } from './join-schema'
import { readWithMapping } from './mapping-commands'
import { readWithMappingForm } from './mapping-schema'
import { attachTable, oneEvidenceItem, withdrawEvidence as withdrawSchema } from './schema'

export const withdrawAction = defineAction(withdrawSchema, withdrawEvidence)
export const readAgainAction = defineAction(oneEvidenceItem, readLogAgain)
export const attachTableAction = defineAction(attachTable, attachByQuery, { redirectTo: ({ href }) => href })
export const askTableAgainAction = defineAction(oneEvidenceItem, askTableAgain)
export const joinLogsAction = defineAction(joinSchema, joinLogs)
export const readWithMappingAction = defineAction(readWithMappingForm, readWithMapping)
