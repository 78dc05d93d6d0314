/** Where a collection stands, in words. Pure and isomorphic. */

import type { CollectionState } from '@/prisma/generated/enums'

export const collectionStates: Record<CollectionState, { word: string; tone: 'neutral' | 'info' | 'ok' | 'warn' }> = {
  RUNNING: { word: 'Under way', tone: 'info' },
  PAUSED: { word: 'Paused', tone: 'warn' },
  ENDING: { word: 'Being sealed', tone: 'info' },
  DONE: { word: 'Sealed', tone: 'ok' },
}
