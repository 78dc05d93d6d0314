'use server'

/** Server actions of the terms pages. */

import { defineAction } from '@/lib/platform/action'
import * as commands from './commands'
import * as schema from './schema'

export const addDocumentAction = defineAction(schema.addDocument, commands.addDocument, {
  redirectTo: ({ documentId }) => `/terms/${documentId}/new`,
})
export const addVersionAction = defineAction(schema.addVersion, commands.addVersion, {
  redirectTo: ({ versionId }) => `/terms/versions/${versionId}`,
})
export const changeVersionAction = defineAction(schema.changeVersion, commands.changeVersion, {
  redirectTo: ({ versionId }) => `/terms/versions/${versionId}`,
})
export const endVersionAction = defineAction(schema.endVersion, commands.endVersion)
