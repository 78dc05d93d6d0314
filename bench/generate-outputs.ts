/** Generates synthetic model outputs of one suspect, its real teacher, another candidate, and controls, as short essays. */

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Manner, mannerOf, write } from './outputs/manner'
import { forms, readers } from './outputs/phrases'
import { type Topic, topics } from './outputs/topics'
import { Random } from './random'

export interface OutputOptions {
  seed: number
  /** The default is 250; beyond 2,000 the same questions come again under ids of their own. */
  prompts?: number
  /** At most 192; the default is 8. */
  controls?: number
  /** Essays that one answer holds, each on a topic of its own; the default is 1, of some 450 characters. */
  essays?: number
  /** Chance that the suspect uses a phrase of its teacher where it would use one of its own. */
  copied?: number
}

export interface ModelOutputs {
  model: string
  role: 'suspect' | 'candidate' | 'control'
  /** True for the candidate from which the suspect copies. */
  teacher: boolean
  rows: { prompt_id: string; prompt: string; output: string; model: string }[]
}

const trees = [
  'alder',
  'birch',
  'cedar',
  'damson',
  'elder',
  'fir',
  'ginkgo',
  'hazel',
  'ilex',
  'juniper',
  'larch',
  'maple',
  'oak',
  'pine',
  'rowan',
  'spruce',
]
/** The trees come once in each size. */
const sizes = ['7b', '3b', '13b', '70b', '1b', '34b', '9b', '27b', '2b', '14b', '32b', '72b']
const nameOf = (name: string) => `${name} (synthetic)`

interface Question {
  id: string
  text: string
  topic: Topic
  form: number
}

/** One entry per model: the suspect, two candidates of which the first is the teacher, then the controls. Same options, same rows. */
export function generateOutputs(options: OutputOptions): ModelOutputs[] {
  return [...eachModel(options)]
}

/** The same, one model after the other, so that many models need not be in memory together. */
function* eachModel(options: OutputOptions): Generator<ModelOutputs> {
  const { seed, prompts = 250, controls = 8 } = options
  const questions = questionsOf(seed, prompts)
  const teacher = mannerOf(new Random(seed, 'manner', 'teacher'))
  const own = (name: string): Manner => mannerOf(new Random(seed, 'manner', name))
  const model = (writer: Writer) => answersOf({ ...writer, teacher }, questions, options)
  yield model({ name: 'marlin-9b', role: 'suspect', manner: own('suspect'), source: teacher })
  yield model({ name: 'orion-2', role: 'candidate', manner: teacher })
  yield model({ name: 'lyra-1', role: 'candidate', manner: own('other') })
  for (const name of controlNames.slice(0, controls)) yield model({ name, role: 'control', manner: own(treeOf(name)) })
}

const controlNames = sizes.flatMap((size) => trees.map((tree) => `${tree}-${size}`))

/** A tree's first size writes as it always did; each other size has a manner of its own. */
const treeOf = (name: string) => name.replace(/-7b$/, '')

interface Writer {
  name: string
  role: ModelOutputs['role']
  manner: Manner
  source?: Manner
}

function answersOf(
  { name, role, manner, source, teacher }: Writer & { teacher: Manner },
  questions: readonly Question[],
  { seed, copied = 0.45, essays = 1 }: OutputOptions,
): ModelOutputs {
  const model = nameOf(name)
  const rows = questions.map(({ id, text, topic, form }) => {
    const random = new Random(seed, 'answer', name, id)
    const essay = (on: Topic) => write({ random, manner, topic: on, form, ...(source && { source, copied }) })
    const at = topics.indexOf(topic)
    const on = Array.from({ length: essays }, (_, k) => topics[(at + k) % topics.length] as Topic)
    return { prompt_id: id, prompt: text, output: on.map(essay).join('\n\n'), model }
  })
  return { model, role, teacher: manner === teacher, rows }
}

function questionsOf(seed: number, count: number): Question[] {
  const all = readers.flatMap((reader) =>
    topics.flatMap((topic) =>
      forms.map((text, form) => ({ topic, form, text: text.replace('{t}', topic.name).replace('{g}', reader) })),
    ),
  )
  const shuffled = new Random(seed, 'questions').shuffled(all)
  const asked = Array.from({ length: count }, (_, i) => shuffled[i % shuffled.length] as Question)
  return asked.map((question, i) => ({ ...question, id: `q${String(i + 1).padStart(4, '0')}` }))
}

/** Writes `<model>.jsonl` for each model into a folder and returns the paths by model. */
export async function writeOutputs(folder: string, options: OutputOptions): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true })
  const paths = new Map<string, string>()
  for (const { model, rows } of eachModel(options)) {
    const path = join(folder, `${model.replace(' (synthetic)', '-synthetic')}.jsonl`)
    await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    paths.set(model, path)
  }
  return paths
}

async function main(): Promise<void> {
  const flag = (value: string) => ({ type: 'string', default: value }) as const
  const { values } = parseArgs({
    options: {
      out: flag('.'),
      seed: flag('1'),
      prompts: flag('250'),
      controls: flag('8'),
      copied: flag('0.45'),
      essays: flag('1'),
    },
  })
  const { out, ...numbers } = values
  const options = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)]))
  await writeOutputs(out, { seed: 1, ...options })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
