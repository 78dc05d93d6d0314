import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { catchPrinted } from '@/tests/printed'
import { compareCommand } from './compare'

let folder: string
const printed = catchPrinted()

const fileOf = (name: string): string => join(folder, `${name}.jsonl`)

async function write(model: ModelOutputs): Promise<void> {
  const lines = model.outputs.map(({ promptId, prompt, output }) =>
    JSON.stringify({ prompt_id: promptId, prompt, output, model: model.name }),
  )
  await writeFile(fileOf(model.name), lines.join('\n'))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-compare-'))
  const teacher = inventModel({ name: 'teacher', seed: 1, prompts: 30 })
  await write(teacher)
  await write(inventModel({ name: 'student', seed: 2, prompts: 30, teacher, mix: 0.6 }))
  for (const [i, name] of ['other', 'c1', 'c2', 'c3'].entries())
    await write(inventModel({ name, seed: 10 + i, prompts: 30 }))
})

afterAll(() => rm(folder, { recursive: true }))

const candidates = () => ['teacher', 'other'].flatMap((name) => ['--candidate', `${name}=${fileOf(name)}`])
const controls = () => ['c1', 'c2', 'c3'].flatMap((name) => ['--control', `${name}=${fileOf(name)}`])

it('reads of a file of several models those that it names, once for all, with the figures of files of their own', async () => {
  const all = ['student', 'teacher', 'other', 'c1', 'c2', 'c3']
  const texts = await Promise.all(all.map((name) => readFile(fileOf(name), 'utf8')))
  await writeFile(fileOf('all'), texts.map((text) => `${text}\n`).join(''))
  for (const [k, name] of all.entries()) await writeFile(fileOf(name), `${texts[k]}\n`)
  const call = (of: (name: string) => string, out: string) => {
    const named = (option: string, name: string) => [`--${option}`, `${name}=${of(name)}`]
    const others = ['teacher', 'other'].flatMap((name) => named('candidate', name))
    const rest = ['c1', 'c2', 'c3'].flatMap((name) => named('control', name))
    return compareCommand.run([...named('suspect', 'student'), ...others, ...rest, '--json', join(folder, out)])
  }
  expect(await call(() => fileOf('all'), 'together.out')).toBe(0)
  expect(await call(fileOf, 'apart.out')).toBe(0)
  expect(await readFile(join(folder, 'together.out'), 'utf8')).toBe(await readFile(join(folder, 'apart.out'), 'utf8'))
})

it('prints the order with its caveats and writes the same JSON each time', async () => {
  const results = []
  for (const out of [join(folder, 'first.out'), join(folder, 'second.out')]) {
    const code = await compareCommand.run([
      '--suspect',
      fileOf('student'),
      ...candidates(),
      ...controls(),
      '--seed',
      '7',
      '--json',
      out,
    ])
    expect(code).toBe(0)
    results.push(await readFile(out, 'utf8'))
  }
  expect(printed.out).toMatch(/Suspect: student\n[\s\S]*1 {2}teacher[\s\S]*2 {2}other[\s\S]*not calibrated/)
  expect(results[0]).toBe(results[1])
  expect(JSON.parse(results[0] ?? '')).toMatchObject({
    suspect: 'student',
    seed: 7,
    candidates: [{ name: 'teacher' }, { name: 'other' }],
  })
})

it('prints JSON alone when asked for it on standard output', async () => {
  await compareCommand.run(['--suspect', `s=${fileOf('student')}`, ...candidates(), ...controls(), '--json', '-'])
  expect(JSON.parse(printed.out).suspect).toBe('s')
})

it('says in one sentence that the result cannot be written where it was asked for', async () => {
  const out = join(folder, 'no-such-folder', 'out.json')
  const code = await compareCommand.run(['--suspect', fileOf('student'), ...candidates(), ...controls(), '--json', out])
  expect(code).toBe(2)
  expect(printed.err).toContain('choose a folder that exists')
})

it('explains itself', async () => {
  expect(await compareCommand.run(['--help'])).toBe(0)
  expect(printed.out).toContain('--candidate NAME=FILE')
})

it.each([
  ['no suspect', () => [...candidates(), ...controls()], 'Give --suspect FILE'],
  ['no candidate', () => ['--suspect', fileOf('student'), ...controls()], 'Give --candidate NAME=FILE'],
  ['no control', () => ['--suspect', fileOf('student'), ...candidates()], 'without controls is refused'],
  [
    'a file without a name',
    () => ['--suspect', fileOf('student'), '--candidate', fileOf('teacher'), ...controls()],
    'is not NAME=FILE',
  ],
  ['an unknown option', () => ['--suspects', 'x'], 'Unknown option'],
  ['a bad seed', () => ['--suspect', 'x', ...candidates(), ...controls(), '--seed', '1.5'], 'not an integer'],
  ['a missing file', () => ['--suspect', fileOf('nobody'), ...candidates(), ...controls()], 'cannot be read'],
])('answers %s with one sentence and exit code 2', async (_, args, sentence) => {
  expect(await compareCommand.run(args())).toBe(2)
  expect(printed.err).toContain(sentence)
  expect(printed.err.trim().split('\n')).toHaveLength(1)
  expect(printed.out).toBe('')
})
