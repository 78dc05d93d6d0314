'use server'

/** Server actions of the pages of reference sets. */

import { defineAction } from '@/lib/platform/action'
import * as commands from './commands'
import * as schema from './schema'

export const makeReferenceSetAction = defineAction(schema.makeReferenceSet, commands.makeReferenceSet)
export const changeRelationsAction = defineAction(schema.changeRelations, commands.changeRelations)
export const requestCalibrationAction = defineAction(schema.requestCalibration, commands.requestCalibration)
