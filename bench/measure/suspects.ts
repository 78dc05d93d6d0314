/** Compares the documented suspects of a suite and says what came of each. */

import { compareModels } from '@/lib/comparison/compare-models'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { ModelOutputs } from '@/lib/comparison/model-outputs'
import { defaultProfile } from '@/lib/comparison/profile-file'
import { disguises, mixture } from './disguises'
import { type DocumentedModel, documentedModels, rolesOf, suiteOutputs } from './reference-data'
import type { Figure } from './report'

const samples = 200

/** A suite's students against its teachers and controls, plain and disguised. Empty with a note when there is no data. */
export async function suspectFigures(folder: string, suite: string): Promise<Figure[]> {
  const models = await documentedModels(folder, suite)
  if (!models) return [skipped(`suspects of ${suite}`, folder)]
  const outputs = await suiteOutputs(folder, models)
  const { students } = rolesOf(models)
  const plain = await compareAll(students, models, outputs, (model) => model)
  const figures = [plainFigure(suite, students, plain), ...supportFigures(suite, students, plain)]
  for (const { name, apply } of suite === 'alpaca-eval' ? disguises : []) {
    const results = await compareAll(students, models, outputs, apply)
    const found = firstOf(students, results)
    const supported = students.filter((student, k) => isSupported(student, results[k])).length
    const note = `of ${students.length}; ${supported} supported; mean log10 LR of the best teacher ${meanWeight(students, results)}`
    figures.push(figure(`${suite}, ${name}: a documented teacher first`, found, note))
  }
  if (suite === 'alpaca-eval') figures.push(...(await mixtureFigures(models, outputs)))
  return figures
}

async function compareAll(
  suspects: readonly DocumentedModel[],
  models: readonly DocumentedModel[],
  outputs: ReadonlyMap<string, ModelOutputs>,
  change: (model: ModelOutputs) => ModelOutputs,
): Promise<ComparisonResult[]> {
  const results: ComparisonResult[] = []
  for (const { model } of suspects) results.push(await compareOne(change(outputOf(outputs, model)), models, outputs))
  return results
}

function compareOne(
  suspect: ModelOutputs,
  models: readonly DocumentedModel[],
  outputs: ReadonlyMap<string, ModelOutputs>,
) {
  const { teachers, controls } = rolesOf(models)
  const of = (some: readonly DocumentedModel[]) => some.map(({ model }) => outputOf(outputs, model))
  return compareModels({ suspect, candidates: of(teachers), controls: of(controls), profile: defaultProfile, samples })
}

function plainFigure(
  suite: string,
  students: readonly DocumentedModel[],
  results: readonly ComparisonResult[],
): Figure {
  const order = results.map(
    ({ suspect, candidates: [best] }) => `${suspect}: ${best?.name} ${best?.log10LR?.toFixed(2)}`,
  )
  return {
    ...figure(`${suite}: a documented teacher first`, firstOf(students, results), order.join(' · ')),
    ...{ limit: students.length, atLeast: true },
  }
}

function supportFigures(
  suite: string,
  students: readonly DocumentedModel[],
  results: readonly ComparisonResult[],
): Figure[] {
  const supported = students.filter((student, k) => isSupported(student, results[k])).length
  const wrong = results.flatMap(({ candidates }, k) =>
    candidates.filter(({ name, verdict }) => verdict === 'supports' && !students[k]?.teachers.includes(name)),
  ).length
  return [
    figure(`${suite}: students whose documented teacher is supported`, supported, `of ${students.length}`),
    figure(`${suite}: other candidates of students that are supported`, wrong, 'siblings of a teacher among them'),
  ]
}

/** Students of two different teachers put together: both teachers should stand above the rest. */
async function mixtureFigures(
  models: readonly DocumentedModel[],
  outputs: ReadonlyMap<string, ModelOutputs>,
): Promise<Figure[]> {
  const { students } = rolesOf(models)
  let tried = 0
  let found = 0
  for (const [i, one] of students.entries()) {
    for (const other of students.slice(i + 1)) {
      if (one.teachers.some((teacher) => other.teachers.includes(teacher))) continue
      const { candidates } = await compareOne(
        mixture(outputOf(outputs, one.model), outputOf(outputs, other.model)),
        models,
        outputs,
      )
      const [first, second] = candidates.map(({ name }) => name)
      const both = [one, other].every(({ teachers }) => teachers.some((name) => name === first || name === second))
      tried += 1
      found += Number(both)
    }
  }
  return [figure('alpaca-eval, mixtures of two students: both teachers first', found, `of ${tried} mixtures`)]
}

function firstOf(students: readonly DocumentedModel[], results: readonly ComparisonResult[]): number {
  return students.filter(({ teachers }, k) => teachers.includes(results[k]?.candidates[0]?.name ?? '')).length
}

function isSupported({ teachers }: DocumentedModel, result: ComparisonResult | undefined): boolean {
  return result?.candidates.some(({ name, verdict }) => teachers.includes(name) && verdict === 'supports') ?? false
}

function meanWeight(students: readonly DocumentedModel[], results: readonly ComparisonResult[]): string {
  const best = results.map(({ candidates }, k) =>
    Math.max(
      ...candidates.filter(({ name }) => students[k]?.teachers.includes(name)).map(({ log10LR }) => log10LR ?? 0),
    ),
  )
  return (best.reduce((sum, value) => sum + value, 0) / Math.max(1, best.length)).toFixed(2)
}

function outputOf(outputs: ReadonlyMap<string, ModelOutputs>, model: string): ModelOutputs {
  const found = outputs.get(model)
  if (!found) throw new Error(`No answers of ${model}.`)
  return found
}

const figure = (what: string, value: number, note = ''): Figure => ({ part: 'comparison', what, value, unit: '', note })

/** Said in place of a figure whose data is not there. */
export const skipped = (what: string, folder: string): Figure => ({
  ...{ part: 'comparison', what, value: null, unit: '' },
  note: `skipped: no model-outputs in ${folder}`,
})
