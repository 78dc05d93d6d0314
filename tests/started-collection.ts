/** A collection that was started against a replay server of the test, and what became of it. */

import { readFile } from 'node:fs/promises'
import { startCollection } from '@/lib/collection/commands'
import { collectionOf } from '@/lib/collection/queries'
import type { Provider } from '@/lib/collection/schema'
import type { PersonActor } from '@/lib/platform/actor'
import { systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { blobPath } from '@/lib/platform/storage'
import { collectionForm, endpointAt, plannedCaseOf } from './planned-collection'

/** Who runs collections, and with how much patience in tests. */
export const collector = systemActor('Collection')
export const quick = { patience: { baseMs: 1, longestMs: 60 }, sliceMs: 60_000 }

export const answerTo = (prompt: string) => `The answer to “${prompt}” is even.`

type Started = {
  provider?: Provider
  prompts?: number
  plan?: Record<string, unknown>
  form?: Record<string, unknown>
}

/** Starts one over `prompts` prompts; `plan` and `form` change what is registered and asked. */
export async function startedCollection(analyst: PersonActor, address: string, wanted: Started = {}) {
  const { provider, prompts, plan, form = {} } = wanted
  const { caseId, number, planId } = await plannedCaseOf(analyst, { prompts, form: plan })
  const endpointId = await endpointAt(address, provider)
  const { collectionId } = await startCollection(analyst, collectionForm({ number, planId, endpointId, ...form }))
  const look = () => collectionOf(analyst, { number, id: collectionId })
  return { caseId, number, planId, collectionId, key: { number, collectionId }, look }
}

/** The lines of a sealed item of JSON lines, parsed. */
export async function sealedLines(id: string | undefined) {
  const { sha256 } = await db.evidenceItem.findUniqueOrThrow({ where: { id } })
  const text = await readFile(blobPath(sha256 as Uint8Array), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
