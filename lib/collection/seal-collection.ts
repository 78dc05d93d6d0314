/** Makes evidence of a collection: its responses as they came, and the model outputs that follow from them, sealed in one change. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { canonicalText } from '@/lib/custody/canonical'
import { toHex } from '@/lib/custody/hex'
import { type MadeEvidence, sealMade } from '@/lib/evidence/seal-made'
import type { SystemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { type Hashed, hasBlob, hashFile, keepFile } from '@/lib/platform/storage'
import { lockCase, materialChanged } from '@/lib/review/stale'
import type { Collection } from '@/prisma/generated/client'
import type { Prompt } from './collection-request'
import { keptLines, removeResponses, responsePath } from './response-log'

/**
 * Seals what was kept and ends the collection. May be run any number of times and be killed anywhere: the same responses give the
 * same bytes, and there is one set of events. Without a single answer only the responses become evidence.
 */
export async function sealCollection(actor: SystemActor, row: Collection, prompts: readonly Prompt[]): Promise<void> {
  const responses = responsePath(row.id)
  const outputs = `${responses}.outputs`
  try {
    const answered = await writeOutputs(outputs, row, prompts)
    const files = answered > 0 ? [responses, outputs] : [responses]
    const hashed: Hashed[] = []
    for (const path of files) {
      const one = await hashFile(path)
      await keepFile(path, one)
      hashed.push(one)
    }
    await record(actor, row, { hashed, answered, unanswered: prompts.length - answered })
    // The bytes were ours alone until the commit: should a sweep have passed meanwhile, they are put back.
    for (const [at, one] of hashed.entries()) if (!(await hasBlob(one.sha256))) await keepFile(files[at] as string, one)
  } finally {
    await rm(outputs, { force: true })
  }
  await removeResponses(row.id)
}

/** One line for each prompt that was answered, in the order of the set, from the first answer that came. Returns how many. */
async function writeOutputs(path: string, row: Collection, prompts: readonly Prompt[]): Promise<number> {
  const answers = new Map<string, string>()
  for await (const { promptId, meaning, answer } of keptLines(responsePath(row.id)))
    if (meaning === 'answer' && answer && !answers.has(promptId)) answers.set(promptId, answer.text)
  const file = createWriteStream(path, { mode: 0o600 })
  for (const { id, prompt } of prompts) {
    const output = answers.get(id)
    if (output === undefined) continue
    const line = `${canonicalText({ prompt_id: id, prompt, output, model: row.model })}\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  return prompts.filter(({ id }) => answers.has(id)).length
}

type Found = { hashed: Hashed[]; answered: number; unanswered: number }

async function record(actor: SystemActor, row: Collection, { hashed, answered, unanswered }: Found): Promise<void> {
  const { id, caseId, model } = row
  const [responses, outputs] = hashed.map(({ sha256, size }) => ({ sha256, size }))
  if (!responses) return
  await transact(actor, async (door) => {
    await lockCase(door.tx, caseId)
    const { count } = await door.tx.collection.updateMany({
      where: { id, state: { in: ['RUNNING', 'ENDING'] } },
      data: { state: 'DONE', reason: unanswered > 0 ? row.reason : null, finishedAt: now() },
    })
    // Another worker ended it, or a person paused it: the change does not happen.
    if (count === 0) throw new EndedMeanwhile()
    const shared = { caseId, addedById: row.startedById, collectionId: id }
    const name = fileStem(model)
    const about = (what: string): Pick<MadeEvidence, 'description'> => ({
      description: `${what} Collected here from ${model}.`,
    })
    const responsesId = await sealMade(door, {
      ...{ ...shared, ...responses, kind: 'DOCUMENT', name: `${name}-responses.jsonl` },
      ...about('Every response as it came, with its request, times and headers.'),
    })
    const outputsId =
      outputs &&
      (await sealMade(door, {
        ...{ ...shared, ...outputs, kind: 'MODEL_OUTPUTS', name: `${name}-outputs.jsonl` },
        ...about(`The first answer to each prompt, out of ${name}-responses.jsonl.`),
      }))
    await door.tx.collection.update({ where: { id }, data: { responsesId, outputsId: outputsId ?? null } })
    const sealed = { responses: toHex(responses.sha256), outputs: outputs ? toHex(outputs.sha256) : null }
    door.record({
      type: 'collection.completed',
      caseId,
      data: { collectionId: id, model, answered, unanswered, ...sealed },
    })
    await materialChanged(door, caseId, `The answers of ${model} were collected as evidence.`)
  }).catch((error) => {
    if (!(error instanceof EndedMeanwhile)) throw error
  })
}

class EndedMeanwhile extends Error {}

const fileStem = (model: string) => model.replace(/[^\w.-]+/g, '-').slice(0, 120) || 'model'
