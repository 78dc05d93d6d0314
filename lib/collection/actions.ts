'use server'

/** Endpoints and collections as server actions. */

import { defineAction } from '@/lib/platform/action'
import * as commands from './commands'
import * as endpoints from './endpoint-commands'
import * as schema from './schema'

export const allowHostAction = defineAction(schema.hostSchema, endpoints.allowHost)
export const refuseHostAction = defineAction(schema.hostSchema, endpoints.refuseHost)
export const registerEndpointAction = defineAction(schema.registerEndpointSchema, endpoints.registerEndpoint)
export const replaceKeyAction = defineAction(schema.replaceKeySchema, endpoints.replaceKey)
export const removeEndpointAction = defineAction(schema.oneEndpointSchema, endpoints.removeEndpoint)
export const startCollectionAction = defineAction(schema.startCollectionSchema, commands.startCollection)
export const pauseCollectionAction = defineAction(schema.oneCollectionSchema, commands.pauseCollection)
export const resumeCollectionAction = defineAction(schema.oneCollectionSchema, commands.resumeCollection)
export const endCollectionAction = defineAction(schema.endCollectionSchema, commands.endCollection)
