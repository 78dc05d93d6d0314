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
  /** At most 2,000; the default is 250. */
  prompts?: number
  controls?: number
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
const nameOf = (name: string) => `${name} (synthetic)`

interface Question {
  id: string
  text: string
  topic: Topic
  form: number
}

/** One entry per model: the suspect, two candidates of which the first is the teacher, then the controls. Same options, same rows. */
export function generateOutputs({ seed, prompts = 250, controls = 8, copied = 0.45 }: OutputOptions): ModelOutputs[] {
  const questions = questionsOf(seed, prompts)
  const teacher = mannerOf(new Random(seed, 'manner', 'teacher'))
  const own = (name: string): Manner => mannerOf(new Random(seed, 'manner', name))
  const model = (name: string, role: ModelOutputs['role'], manner: Manner, source?: Manner): ModelOutputs => ({
    model: nameOf(name),
    role,
    teacher: manner === teacher,
    rows: questions.map(({ id, text, topic, form }) => {
      const random = new Random(seed, 'answer', name, id)
      const output = write({ random, manner, topic, form, ...(source && { source, copied }) })
      return { prompt_id: id, prompt: text, output, model: nameOf(name) }
    }),
  })
  return [
    model('marlin-9b', 'suspect', own('suspect'), teacher),
    model('orion-2', 'candidate', teacher),
    model('lyra-1', 'candidate', own('other')),
    ...trees.slice(0, controls).map((tree) => model(`${tree}-7b`, 'control', own(tree))),
  ]
}

function questionsOf(seed: number, count: number): Question[] {
  const all = readers.flatMap((reader) =>
    topics.flatMap((topic) =>
      forms.map((text, form) => ({ topic, form, text: text.replace('{t}', topic.name).replace('{g}', reader) })),
    ),
  )
  const asked = new Random(seed, 'questions').shuffled(all).slice(0, count)
  return asked.map((question, i) => ({ ...question, id: `q${String(i + 1).padStart(4, '0')}` }))
}

/** Writes `<model>.jsonl` for each model into a folder and returns the paths by model. */
export async function writeOutputs(folder: string, options: OutputOptions): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true })
  const paths = new Map<string, string>()
  for (const { model, rows } of generateOutputs(options)) {
    const path = join(folder, `${model.replace(' (synthetic)', '-synthetic')}.jsonl`)
    await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    paths.set(model, path)
  }
  return paths
}

async function main(): Promise<void> {
  const flag = (value: string) => ({ type: 'string', default: value }) as const
  const { values } = parseArgs({
    options: { out: flag('.'), seed: flag('1'), prompts: flag('250'), controls: flag('8'), copied: flag('0.45') },
  })
  const [seed, prompts, controls, copied] = [values.seed, values.prompts, values.controls, values.copied].map(Number)
  await writeOutputs(values.out, { seed: seed ?? 1, prompts, controls, copied })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
