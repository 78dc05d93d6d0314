/** Compares the documented suspects of a suite, plain, disguised and mixed, and says what came of each. */

import { exactInterval } from '@/lib/comparison/calibration/exact-interval'
import { speaksBeside } from '@/lib/comparison/caveats/calibration-caveats'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { disguised, disguises, mixture } from './disguises'
import { type Judged, PreparedSuite } from './prepared-suite'
import { type DocumentedModel, documentedModels, rolesOf, suiteOutputs } from './reference-data'
import type { Figure } from './report'

/** A student with its answers, as they are or disguised, and what came of the comparison. */
interface Suspected {
  student: DocumentedModel
  result: Judged[]
}

/** A suite's students against its teachers and controls, plain, disguised and in pairs. One note when there is no data. */
export async function suspectFigures(folder: string, suite: string): Promise<Figure[]> {
  const models = await documentedModels(folder, suite)
  if (!models) return [skipped(`suspects of ${suite}`, folder)]
  const outputs = await suiteOutputs(folder, models)
  const { students } = rolesOf(models)
  const of = ({ model }: DocumentedModel) => outputs.get(model) as ModelOutputs
  const changed = disguises.map((disguise) => students.map((student) => disguised(of(student), disguise)))
  const pairs = pairsOf(students).map((pair) => ({ pair, model: mixture(of(pair[0]), of(pair[1])) }))
  const prepared = new PreparedSuite([...outputs.values(), ...changed.flat(), ...pairs.map(({ model }) => model)])
  const line = lineOf(models, outputs)
  const weighAll = async (suspects: readonly ModelOutputs[]): Promise<Suspected[]> => {
    const all: Suspected[] = []
    for (const [k, suspect] of suspects.entries()) {
      all.push({ student: students[k] as DocumentedModel, result: await prepared.weigh({ suspect, ...line }) })
    }
    return all
  }
  const plain = await weighAll(students.map(of))
  const figures = [firstFigure(suite, plain), ...supportFigures(suite, plain)]
  for (const [k, { name }] of disguises.entries()) {
    figures.push(disguiseFigure(`${suite}, ${name}`, await weighAll(changed[k] ?? [])))
  }
  const mixed: { pair: Pair; result: Judged[] }[] = []
  for (const { pair, model } of pairs) mixed.push({ pair, result: await prepared.weigh({ suspect: model, ...line }) })
  return [...figures, ...mixtureFigures(suite, mixed)]
}

/** The candidates and controls of a suite. */
export function lineOf(models: readonly DocumentedModel[], outputs: ReadonlyMap<string, ModelOutputs>) {
  const { teachers, controls } = rolesOf(models)
  const of = (some: readonly DocumentedModel[]) => some.flatMap(({ model }) => outputs.get(model) ?? [])
  return { candidates: of(teachers), controls: of(controls) }
}

type Pair = [DocumentedModel, DocumentedModel]

/** Students of whom neither has a teacher of the other. */
function pairsOf(students: readonly DocumentedModel[]): Pair[] {
  return students.flatMap((one, i) =>
    students
      .slice(i + 1)
      .filter(({ teachers }) => !teachers.some((teacher) => one.teachers.includes(teacher)))
      .map((other): Pair => [one, other]),
  )
}

const isFirst = ({ student, result }: Suspected): boolean => student.teachers.includes(result[0]?.name ?? '')

const isSupported = ({ student, result }: Suspected): boolean =>
  result.some(({ name, verdict }) => student.teachers.includes(name) && verdict === 'supports')

function firstFigure(suite: string, all: readonly Suspected[]): Figure {
  const order = all.map(({ student, result: [best] }) => `${student.model}: ${best?.name} ${best?.log10LR?.toFixed(2)}`)
  const found = all.filter(isFirst).length
  return {
    ...figure(`${suite}: a documented teacher first`, found, `${limits(found, all.length)}; ${order.join(' · ')}`),
    ...{ limit: all.length, atLeast: true },
  }
}

function supportFigures(suite: string, all: readonly Suspected[]): Figure[] {
  const supported = all.filter(isSupported).length
  const wrong = all.flatMap(({ student, result }) =>
    result.filter(({ name, verdict }) => verdict === 'supports' && !student.teachers.includes(name)),
  ).length
  return [
    {
      ...figure(`${suite}: students with a documented teacher supported`, supported, limits(supported, all.length)),
      ...{ limit: all.length / 2, atLeast: true },
    },
    figure(`${suite}: other candidates of students that are supported`, wrong, 'siblings of a teacher among them'),
  ]
}

function disguiseFigure(what: string, all: readonly Suspected[]): Figure {
  const weights = all.map(({ student, result }) =>
    Math.max(...result.filter(({ name }) => student.teachers.includes(name)).map(({ log10LR }) => log10LR ?? 0)),
  )
  const mean = weights.reduce((sum, value) => sum + value, 0) / Math.max(1, weights.length)
  const found = all.filter(isFirst).length
  const note = `${limits(found, all.length)}; ${all.filter(isSupported).length} supported; mean log10 LR of the best teacher ${mean.toFixed(2)}`
  return figure(`${what}: a documented teacher first`, found, note)
}

/** Every second answer of one student, the others of another who had other teachers; a student may have several. */
function mixtureFigures(suite: string, all: readonly { pair: Pair; result: Judged[] }[]): Figure[] {
  if (all.length === 0) return []
  const places = (names: readonly string[], result: readonly Judged[]) =>
    result.flatMap(({ name }, place) => (names.includes(name) ? [place] : []))
  const both = all.filter(({ pair, result }) => {
    const taught = pair.flatMap(({ teachers }) => teachers)
    const others = result.flatMap(({ name }, place) => (taught.includes(name) ? [] : [place]))
    return pair.every(({ teachers }) => Math.min(...places(teachers, result)) < Math.min(...others))
  })
  const firstTwo = all.filter(({ pair, result }) =>
    pair.every(({ teachers }) => Math.min(...places(teachers, result)) < 2),
  )
  const said = all.filter(({ pair, result }) => {
    const own = pair.flatMap(({ teachers }) => teachers)
    return result.slice(1).some((candidate) => own.includes(candidate.name) && speaksBeside(candidate))
  })
  const order = all.map(
    ({ pair, result }) =>
      `${pair.map(({ model }) => model).join(' + ')}: ${result.map(({ name, log10LR }) => `${name} ${log10LR?.toFixed(2)}`).join(', ')}`,
  )
  return [
    {
      ...figure(
        `${suite}, mixtures of two students: a teacher of each before every candidate that taught neither`,
        both.length,
        `${limits(both.length, all.length)}; one of each in the first two places: ${firstTwo.length}; ${order.join(' · ')}`,
      ),
      ...{ limit: all.length, atLeast: true },
    },
    {
      ...figure(
        `${suite}, mixtures: several teachers said not to be excluded`,
        said.length,
        limits(said.length, all.length),
      ),
      ...{ limit: all.length, atLeast: true },
    },
  ]
}

/** A count with the exact limits of its share. */
export function limits(count: number, total: number): string {
  const [low, high] = exactInterval(count, total)
  return `${count} of ${total}, exact 95 % limits ${low.toFixed(3)} to ${high.toFixed(3)}`
}

const figure = (what: string, value: number, note = ''): Figure => ({ part: 'comparison', what, value, unit: '', note })

/** Said in place of a figure whose data is not there. */
export const skipped = (what: string, folder: string): Figure => ({
  ...{ part: 'comparison', what, value: null, unit: '' },
  note: `skipped: no model-outputs in ${folder}`,
})
