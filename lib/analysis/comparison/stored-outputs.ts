/** The answers of models out of the stored bytes that hold them. */

import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { readModelOutputs } from '@/lib/comparison/outputs/read-outputs'
import { AppError } from '@/lib/platform/errors'
import { openBlob } from '@/lib/platform/storage'
import { partOf, type StoredFile } from './model-records'
import { noAnswers, outputsOfParts } from './stored-parts'

type StoredModel = { name: string; model: string | null; evidenceName: string; sha256: string }

/**
 * The answers of each model, in the order of `models`. A file that is one model is read as it is; one of several models once for all
 * of them, each as if its records were the whole file. `onRead` is told, and awaited, how many models were read.
 */
export async function outputsOfAll<M extends StoredModel>(
  models: readonly M[],
  onRead: (done: number) => Promise<unknown>,
): Promise<ModelOutputs[]> {
  const read = new Map<M, ModelOutputs>()
  const files = new Map<string, M[]>()
  for (const model of models) files.set(model.sha256, [...(files.get(model.sha256) ?? []), model])
  await onRead(0)
  for (const ofFile of files.values()) {
    const outputs = await outputsOfFile(ofFile)
    for (const [k, model] of ofFile.entries()) read.set(model, outputs[k] as ModelOutputs)
    await onRead(read.size)
  }
  return models.map((model) => read.get(model) as ModelOutputs)
}

async function outputsOfFile(models: readonly StoredModel[]): Promise<ModelOutputs[]> {
  const [first] = models
  const named = models.flatMap(({ name, model }) => (model === null ? [] : [{ name, model }]))
  const areSeveral = new Set(named.map(({ model }) => model)).size > 1
  if (first && areSeveral && named.length === models.length) return outputsOfParts(fileOf(first), named)
  const outputs: ModelOutputs[] = []
  for (const model of models) outputs.push(await outputsOf(model))
  return outputs
}

async function outputsOf(stored: StoredModel): Promise<ModelOutputs> {
  const { name, model, evidenceName } = stored
  const whole = await readModelOutputs({ name, bytes: fileOf(stored).bytes })
  if (model === null || (whole.modelNames.length === 1 && whole.modelNames[0] === model)) return whole
  if (!whole.modelNames.includes(model)) throw new AppError('invalid-input', noAnswers(evidenceName, model))
  return readModelOutputs({ name, bytes: partOf(fileOf(stored), model) })
}

const fileOf = ({ evidenceName, sha256 }: StoredModel): StoredFile => ({
  name: evidenceName,
  bytes: openBlob(Buffer.from(sha256, 'hex')),
})
