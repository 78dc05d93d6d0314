/** Model outputs as a call names them: the file of one model, or of a file of several the records of the model of that name. */

import { createReadStream } from 'node:fs'
import { progressLines } from '@/bin/progress-lines'
import { outputsOfParts } from '@/lib/analysis/comparison/stored-parts'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'

export type NamedFile = { name: string; path: string }

/**
 * Reads the files in their order. Of a file in whose records several models are named, a model that goes by one of these names is
 * read as if its records were the whole file, as the server reads it. Throws `AppError` with a sentence.
 */
export async function readNamedFiles(files: readonly NamedFile[]): Promise<ModelOutputs[]> {
  const onFile = progressLines('Reading model outputs')
  const parts = new Map<string, Map<string, ModelOutputs>>()
  const read: ModelOutputs[] = []
  for (const { name, path } of files) {
    const known = parts.get(path)?.get(name)
    const outputs = known ?? (await readModelOutputsFile(name, path))
    if (!known && outputs.modelNames.length > 1 && outputs.modelNames.includes(name)) {
      const wanted = files.filter((file) => file.path === path && outputs.modelNames.includes(file.name))
      parts.set(path, await partsOf(path, [...new Set(wanted.map((file) => file.name))]))
    }
    read.push(parts.get(path)?.get(name) ?? outputs)
    onFile({ done: read.length, total: files.length })
  }
  return read
}

async function partsOf(path: string, names: readonly string[]): Promise<Map<string, ModelOutputs>> {
  const file = { name: path, bytes: createReadStream(path, { highWaterMark: 1 << 18 }) }
  const outputs = await outputsOfParts(
    file,
    names.map((name) => ({ name, model: name })),
  )
  return new Map(names.map((name, k) => [name, outputs[k] as ModelOutputs]))
}
