import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { designGaps } from './design-gaps'
import type { Plan } from './plan'
import { planFollowed, type Registered, type Run } from './plan-differences'
import { powerAt, promptsNeeded, type Spread } from './prompts-needed'
import { joinCandidates, splitCanaries, splitCandidates } from './written-names'

const sampling = { system: '', temperature: 0.7, topP: null, maxOutputTokens: 200, seed: null }
const plan: Plan = {
  ...{ format: 'touchstone-plan/1', suspect: 's', candidates: [{ lineage: 'T', models: ['t1', 't2'] }] },
  ...{ controls: ['c1', 'c2'], olderSuspects: [], prompts: null, sampling, gaps: [], reasons: '' },
  method: { version: 'm/1', profile: 'p', seed: 1, samples: 1000 },
  power: { wanted: 0.4, promptsNeeded: 400, reachable: 0.5 },
}
const registered: Registered = {
  ...{ id: 'i', name: 'First', version: 1, sha256: 'ab', registeredAt: '2026-01-02T00:00:00.000Z', plan },
}
const input = (role: 'suspect' | 'candidate' | 'control', model: string) => ({
  ...{ role, model, name: model, evidenceName: `${model}.jsonl`, addedAt: '2026-01-03T00:00:00.000Z' },
  ...{ prompts: null, sampling },
})
const run: Run = {
  inputs: [
    input('suspect', 's'),
    input('candidate', 't1'),
    input('candidate', 't2'),
    input('control', 'c1'),
    input('control', 'c2'),
  ],
  ...{ method: plan.method, comparisonsBefore: 0 },
}
const differences = (changed: Partial<Run>) => planFollowed(registered, { ...run, ...changed }).differences

describe('a run beside its plan', () => {
  test('is as registered when nothing differs, in whatever order', () => {
    const followed = planFollowed(registered, { ...run, inputs: [...run.inputs].reverse() })
    expect(followed).toMatchObject({ asRegistered: true, differences: [], version: 1 })
    expect(followed.notes).toEqual(['All outputs came into the case after the plan was registered.'])
  })

  test('names each control that was dropped or added, and each role that changed', () => {
    const inputs = [...run.inputs.slice(0, 4), input('control', 'c9')]
    expect(differences({ inputs })).toEqual(['c2 was planned as control and left out.', 'c9 was added as control.'])
    const swapped = run.inputs.map((one) => (one.model === 'c2' ? { ...one, role: 'candidate' as const } : one))
    expect(differences({ inputs: swapped })).toEqual([
      'c2 was added as candidate.',
      'c2 was planned as control and left out.',
    ])
  })

  test('names other methods, seeds and settings', () => {
    expect(differences({ method: { ...plan.method, seed: 2, profile: null } })).toEqual([
      'Calibration profile: p was planned, none was used.',
      'Seed of the resampling: 1 was planned, 2 was used.',
    ])
    const warm = run.inputs.map((one) =>
      one.model === 't1' ? { ...one, sampling: { ...sampling, temperature: 1 } } : one,
    )
    expect(differences({ inputs: warm })).toEqual(['t1 was collected with other sampling settings.'])
  })

  test('names prompts that are missing, added or worded anew', () => {
    const prompts = {
      evidenceId: '',
      evidenceName: '',
      evidenceSha256: '',
      count: 5,
      sha256: '',
      canaries: [],
      identityProbes: false,
    }
    const asked = { ...registered, plan: { ...plan, prompts } }
    const inputs = run.inputs.map((one) => ({
      ...one,
      prompts: { answered: one.model === 's' ? 4 : 5, others: 0, altered: 0 },
    }))
    expect(planFollowed(asked, { ...run, inputs }).differences).toEqual(['s answers 4 of 5 registered prompts.'])
  })

  test('says what was there before it, which a plan cannot have known nothing of', () => {
    const inputs = run.inputs.map((one) => ({ ...one, addedAt: '2026-01-01T00:00:00.000Z', sampling: null }))
    const { asRegistered, notes } = planFollowed(registered, { ...run, inputs, comparisonsBefore: 2 })
    expect(asRegistered).toBe(true)
    expect(notes.join(' ')).toMatch(/could have been looked at.*uploaded.*2 comparisons of this case/)
  })
})

describe('prompts needed', () => {
  const spread: Spread = {
    related: [0.2, 0.6, 0.9, 1.2, 1.5, 1.9],
    unrelated: Array.from({ length: 200 }, (_, n) => -1.5 + n / 100),
    ...{ calibrated: 700, least: 200, supported: 0.6, candidates: 2, perPrompt: 5 },
  }

  test('the power at the calibrated number of prompts is the share that was observed', () => {
    expect(powerAt(spread, 700, 2)).toBeCloseTo(0.6, 2)
  })

  test('more power needs no fewer prompts, and what no number reaches says so', () => {
    const few = promptsNeeded(spread, 0.5, 1).prompts ?? 0
    const more = promptsNeeded(spread, 0.6, 1).prompts ?? Number.POSITIVE_INFINITY
    expect(few).toBeGreaterThanOrEqual(spread.least)
    expect(more).toBeGreaterThanOrEqual(few)
    expect(promptsNeeded(spread, 0.999, 1)).toMatchObject({ prompts: null, reachable: expect.any(Number) })
  })

  test('prompts that vary more need more of them', () => {
    const own = 0.2
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 5000 }), fc.double({ min: 1, max: 4, noNaN: true }), (n, times) => {
        const noisier = { ...spread, related: [1.5], unrelated: [-1], perPrompt: spread.perPrompt * times }
        return powerAt(noisier, n, 1, own) <= powerAt({ ...noisier, perPrompt: spread.perPrompt }, n, 1, own) + 1e-9
      }),
    )
  })
})

test('the gaps of a design say what to get', () => {
  const gaps = designGaps({ ...plan, promptCount: 100 })
  expect(gaps.join('\n')).toMatch(/2 controls of at least 8: add 6 more/)
  expect(gaps.join('\n')).toMatch(/No older version of s/)
  expect(gaps.join('\n')).toMatch(/100 prompts, and a power of 40% needs about 400 prompts/)
  const controls = Array.from({ length: 8 }, (_, n) => `c${n}`)
  expect(designGaps({ ...plan, controls, olderSuspects: ['c1'], promptCount: 400 })).toEqual([])
})

test('names are read back as they were written', () => {
  const written = splitCandidates('Teacher: t-1, t-2\n\nllama:3\nTeacher: t-1, t-2')
  expect(written).toEqual([
    { lineage: 'Teacher', models: ['t-1', 't-2'] },
    { lineage: 'llama:3', models: ['llama:3'] },
  ])
  expect(splitCandidates(joinCandidates(written))).toEqual(written)
  expect(splitCanaries('x9 => Say it.\nno arrow')).toEqual([{ id: 'canary-1', marker: 'x9', prompt: 'Say it.' }])
})
