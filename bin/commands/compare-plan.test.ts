import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { promptsHash } from '@/lib/collection/prompt-set'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import { comparisonVersion } from '@/lib/comparison/methods/method-definitions'
import { toHex } from '@/lib/custody/hex'
import { type Plan, planHash, planText } from '@/lib/planning/plan'
import { compareCommand } from './compare'

let folder: string
let plan: Plan
const printed = { out: '', err: '' }
const teacher = inventModel({ name: 'teacher-1', seed: 1, prompts: 30 })
const models = [
  teacher,
  inventModel({ name: 'student', seed: 2, prompts: 30, teacher, mix: 0.6 }),
  ...['c1', 'c2', 'c3'].map((name, i) => inventModel({ name, seed: 10 + i, prompts: 30 })),
]
const file = (name: string): string => join(folder, name)
const all = teacher.outputs.map(({ promptId, prompt }) => ({ id: promptId, prompt: prompt ?? '' }))
const prompts = all.sort((a, b) => (a.id < b.id ? -1 : 1))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-compare-plan-'))
  for (const { name, outputs } of models) {
    const lines = outputs.map(({ promptId, ...rest }) => JSON.stringify({ prompt_id: promptId, ...rest, model: name }))
    await writeFile(file(`${name}.jsonl`), lines.join('\n'))
  }
  await writeFile(
    file('prompts.jsonl'),
    prompts.map(({ id, ...rest }) => JSON.stringify({ prompt_id: id, ...rest })).join('\n'),
  )
  await writeFile(file('plan-prompts.jsonl'), JSON.stringify({ prompt_id: prompts[0]?.id, prompt: 'Another.' }))
  plan = {
    ...{ format: 'touchstone-plan/1', suspect: 'student', candidates: [{ lineage: 'T', models: ['teacher-1'] }] },
    ...{ controls: ['c1', 'c2', 'c3'], olderSuspects: [], gaps: ['3 controls of at least 8.'], reasons: '' },
    prompts: {
      ...{ evidenceId: '00000000-0000-4000-8000-000000000000', evidenceName: 'prompts.jsonl', canaries: [] },
      ...{ evidenceSha256: '0'.repeat(64), count: prompts.length, sha256: promptsHash(prompts), identityProbes: false },
    },
    sampling: { system: '', temperature: 0.7, topP: null, maxOutputTokens: 200, seed: null },
    method: { version: comparisonVersion, profile: null, seed: 5, samples: 1000 },
    power: { wanted: 0.4, promptsNeeded: 400, reachable: 0.5 },
  }
  await writeFile(file('plan.json'), JSON.stringify(plan, null, 2))
})

afterAll(() => rm(folder, { recursive: true }))

const catching = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
  printed[stream] += text
  return true
}

beforeEach(() => {
  Object.assign(printed, { out: '', err: '' })
  vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(catching('err'))
})

/** Compares by the plan, with `controls`, and further options. */
function compare(controls: string[], ...options: string[]): Promise<number> {
  return compareCommand.run([
    ...['--suspect', file('student.jsonl'), '--candidate', `T=${file('teacher-1.jsonl')}`, '--profile', 'none'],
    ...controls.flatMap((name) => ['--control', `${name}=${file(`${name}.jsonl`)}`]),
    ...['--plan', file('plan.json'), ...options],
  ])
}

const hash = () => toHex(planHash(planText(plan)))
const withPrompts = () => ['--prompts', file('prompts.jsonl')]

it('says that it was run as registered, with the hash of the plan as it was frozen and by its seed', async () => {
  const out = file('result.json')
  expect(await compare(['c1', 'c2', 'c3'], ...withPrompts(), '--plan-sha256', hash(), '--json', out)).toBe(0)
  expect(printed.out).toContain(`Run as registered: plan “plan”, SHA-256 ${hash()}.`)
  expect(printed.out).toContain('Known when it was registered: 3 controls of at least 8.')
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({
    ...{ seed: 5, plan: { asRegistered: true, sha256: hash(), differences: [], planId: null } },
  })
})

it('names what was picked afterwards', async () => {
  expect(await compare(['c1', 'c2'], ...withPrompts(), '--seed', '6')).toBe(0)
  expect(printed.out).toContain('Not run as registered')
  expect(printed.out).toContain('c3 was planned as control and left out.')
  expect(printed.out).toContain('Seed of the resampling: 5 was planned, 6 was used.')
})

it.each<[string, () => string[], string]>([
  [
    'another plan than was written down',
    () => [...withPrompts(), '--plan-sha256', 'ab'.repeat(32)],
    'it is another plan, or was changed since.',
  ],
  [
    'a plan without its prompts',
    () => [],
    'The plan registers the 30 prompts of “prompts.jsonl”: give that file with --prompts FILE.',
  ],
  ['other prompts', () => ['--prompts', file('plan-prompts.jsonl')], 'does not give the prompts that were registered'],
  ['prompts that are nowhere', () => ['--prompts', file('none.jsonl')], 'cannot be read: check the path'],
  ['a file that is no plan', () => ['--plan', file('c1.jsonl')], 'is not a registered plan'],
])('refuses %s with one sentence', async (_, options, sentence) => {
  expect(await compare(['c1', 'c2', 'c3'], ...options())).toBe(2)
  expect(printed.err).toContain(sentence)
  expect(printed.err.trim().split('\n')).toHaveLength(1)
})
