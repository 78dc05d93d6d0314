/** The models that a comparison can choose from: every model of every sealed file of outputs in the case. */

import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { openBlob } from '@/lib/platform/storage'
import { stem } from './chosen-models'
import { modelKey } from './model-key'
import { type ModelCount, modelsIn } from './model-records'

export type ChoosableModel = { key: string; name: string; file: string; records: number; evidenceId: string }
type UnreadableFile = { file: string; why: string }

/** Models by name, the files that hold none with the reason, and how many files are still being sealed. */
export async function choosableModels(actor: Actor, caseId: string) {
  const items = await db.evidenceItem.findMany({
    where: { caseId, case: within(actor), kind: 'MODEL_OUTPUTS', state: { in: ['SEALED', 'SEALING'] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, sha256: true, state: true },
  })
  const models: ChoosableModel[] = []
  const unreadable: UnreadableFile[] = []
  const sealed = items.filter(({ state }) => state === 'SEALED')
  for (const { id, name, sha256 } of sealed) {
    if (!sha256) continue
    const counts = await inventory(name, sha256)
    if ('why' in counts) unreadable.push({ file: name, why: counts.why })
    else
      for (const { model, records } of counts.models) {
        models.push({
          key: modelKey({ evidenceId: id, model }),
          name: model ?? stem(name),
          file: name,
          records,
          evidenceId: id,
        })
      }
  }
  return { models, unreadable, sealing: items.length - sealed.length }
}

/** Sealed documents of the case, which may hold right answers. */
export async function choosableDocuments(actor: Actor, caseId: string): Promise<{ id: string; name: string }[]> {
  return db.evidenceItem.findMany({
    where: { caseId, case: within(actor), kind: 'DOCUMENT', state: 'SEALED' },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

type Inventory = { models: ModelCount[] } | { why: string }

/** What a file holds never changes under its hash, so each file is read once per process. */
const inventories = new Map<string, Promise<Inventory>>()
const kept = 500

function inventory(name: string, sha256: Uint8Array): Promise<Inventory> {
  const key = toHex(sha256)
  const known = inventories.get(key)
  if (known) return known
  const made = modelsIn({ name, bytes: openBlob(sha256) }).then(
    (models): Inventory => ({ models }),
    (error): Inventory => {
      if (error instanceof AppError && error.code !== 'unavailable') return { why: error.publicMessage }
      inventories.delete(key)
      throw error
    },
  )
  for (const oldest of inventories.keys()) if (inventories.size >= kept) inventories.delete(oldest)
  inventories.set(key, made)
  return made
}
