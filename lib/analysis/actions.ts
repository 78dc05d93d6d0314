'use server'

/** Analyses, findings, unmasking and saved filters as server actions. */
import { defineAction } from '@/lib/platform/action'
import * as commands from './commands'
import * as filters from './explorer/filter-commands'
import * as unmasking from './explorer/unmask-commands'
import * as findings from './findings/finding-commands'
import * as schema from './schema'

export const requestComparisonAction = defineAction(schema.requestComparisonSchema, commands.requestComparison)
export const requestSignalsAction = defineAction(schema.requestSignalsSchema, commands.requestSignals)
export const runAgainAction = defineAction(schema.runAgainSchema, commands.runAgain)
export const addFindingAction = defineAction(schema.addFindingSchema, findings.addFinding)
export const changeFindingAction = defineAction(schema.changeFindingSchema, findings.changeFinding)
export const removeFindingAction = defineAction(schema.removeFindingSchema, findings.removeFinding)
export const saveFilterAction = defineAction(schema.saveFilterSchema, filters.saveFilter)
export const removeFilterAction = defineAction(schema.removeFilterSchema, filters.removeFilter)
export const unmaskAccountAction = defineAction(schema.unmaskSchema, unmasking.unmaskAccount)
