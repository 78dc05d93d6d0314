'use server'

/** Server actions of the evidence pages. */

import { defineAction } from '@/lib/platform/action'
import { readLogAgain, withdrawEvidence } from './commands'
import { readWithMapping } from './mapping-commands'
import { readWithMappingForm } from './mapping-schema'
import { oneEvidenceItem, withdrawEvidence as withdrawSchema } from './schema'

export const withdrawAction = defineAction(withdrawSchema, withdrawEvidence)
export const readAgainAction = defineAction(oneEvidenceItem, readLogAgain)
export const readWithMappingAction = defineAction(readWithMappingForm, readWithMapping)
