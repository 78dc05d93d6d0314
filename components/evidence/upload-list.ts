/** The uploads of this browser tab: they go on while one walks through the product, and any component may watch them. */

import { useSyncExternalStore } from 'react'
import type { Kind } from '@/lib/evidence/schema'

export type UploadPhase = 'preparing' | 'sending' | 'paused' | 'checking' | 'done' | 'failed'

export type UploadShown = {
  key: string
  caseId: string
  caseNumber: string
  name: string
  kind: Kind
  size: number
  phase: UploadPhase
  sent: number
  hashed: number
  /** Bytes per second; null until it is known. */
  rate: number | null
  /** True while the server does not answer and the next attempt is near. */
  waiting: boolean
  /** What went wrong, in a sentence. */
  failure: string | null
}

let shown: readonly UploadShown[] = []
const none: readonly UploadShown[] = []
const watchers = new Set<() => void>()

/** Replaces, adds (`change` makes it whole) or removes (`null`) one upload, and tells whoever watches. */
export function showUpload(key: string, change: Partial<UploadShown> | null): void {
  const present = shown.find((upload) => upload.key === key)
  if (change === null) shown = shown.filter((upload) => upload.key !== key)
  else if (present) shown = shown.map((upload) => (upload.key === key ? { ...upload, ...change } : upload))
  else shown = [...shown, change as UploadShown]
  for (const watcher of watchers) watcher()
}

/** True while bytes of some upload are on their way or being checked. */
export function anyUnderWay(): boolean {
  return shown.some(({ phase }) => phase === 'preparing' || phase === 'sending' || phase === 'checking')
}

/** All uploads of this tab, oldest first; empty on the server. */
export function useUploads(): readonly UploadShown[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => shown,
    () => none,
  )
}
