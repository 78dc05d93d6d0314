/** Finds the real model outputs that the project measures on, which are no part of the repository. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { splitCells } from '@/lib/comparison/outputs/output-records'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'

/** One documented model of a suite. `teachers` are the suite's files that it is documented to have learned from. */
export interface DocumentedModel {
  model: string
  suite: string
  role: string
  teachers: string[]
}

/** What the ground truth says about the models of `suite`. Null when the data is not there. */
export async function documentedModels(folder: string, suite: string): Promise<DocumentedModel[] | null> {
  const text = await readFile(join(folder, 'model-outputs', 'ground-truth.csv'), 'utf8').catch(() => null)
  if (text === null) return null
  const [header = [], ...rows] = text
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => splitCells(line, ',') ?? [])
  const cell = (row: readonly string[], column: string): string => row[header.indexOf(column)] ?? ''
  return rows
    .map((row) => ({
      model: cell(row, 'model'),
      suite: cell(row, 'suite'),
      role: cell(row, 'role'),
      teachers: cell(row, 'teacher_files_in_suite').split(';').filter(Boolean),
    }))
    .filter((one) => one.suite === suite)
}

/** The answers of a suite's models by name. */
export async function suiteOutputs(
  folder: string,
  models: readonly DocumentedModel[],
): Promise<Map<string, ModelOutputs>> {
  const outputs = new Map<string, ModelOutputs>()
  for (const { model, suite } of models) {
    const path = join(folder, 'model-outputs', suite, `${model}.jsonl.gz`)
    outputs.set(model, await readModelOutputsFile(model, path))
  }
  return outputs
}

/** The parts that a suite gives its models: students to suspect, teachers as candidates, clean and soft controls. */
export function rolesOf(models: readonly DocumentedModel[]) {
  const named = (isSo: (role: string) => boolean) => models.filter(({ role }) => isSo(role))
  return {
    students: named((role) => role === 'student'),
    teachers: named((role) => role.startsWith('teacher')),
    controls: named((role) => role === 'control' || role === 'soft-control'),
  }
}
