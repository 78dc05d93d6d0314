'use server'

/** Server actions of the page of reference data. */

import { defineAction } from '@/lib/platform/action'
import * as commands from './commands'
import * as schema from './schema'

export const importPromptSetAction = defineAction(schema.importPromptSet, commands.importPromptSet)
export const importCalendarAction = defineAction(schema.importCalendar, commands.importCalendar)
export const withdrawReferenceAction = defineAction(schema.withdrawReference, commands.withdrawReference)
