import { expect, test } from 'vitest'
import type { CollectedModel } from './collected-models'
import { drawnLines } from './collected-words'

const hash = 'ab'.repeat(32)
const input = (name: string, evidenceId: string) => ({
  ...{ role: 'candidate' as const, name, model: null, evidenceId, evidenceName: `${name}.jsonl`, sha256: hash },
})
const inputs = [input('asked', 'e1'), input('handed-in', 'e2')]
const collected: CollectedModel = {
  ...{ evidenceId: 'e1', provider: 'OpenAI-compatible', responses: { name: 'asked-responses.jsonl', sha256: hash } },
  ...{ from: new Date('2026-03-01T08:00:00Z'), until: new Date('2026-03-01T09:30:00Z') },
  request: {
    endpoint: { id: 'i', name: 'Lab', provider: 'OPENAI_COMPATIBLE', baseUrl: 'https://lab.test/v1', variant: '' },
    modelId: 'asked-2026',
    plan: { id: 'p', sha256: hash },
    prompts: {
      ...{ evidenceId: 'e9', evidenceName: 'prompts.jsonl', evidenceSha256: hash, count: 212, sha256: hash },
      ...{ canaries: [{ id: 'canary-1', prompt: 'Say it.', marker: 'x9' }], identityProbes: true },
    },
    sampling: { system: '', temperature: 0.7, topP: null, maxOutputTokens: 400, seed: null },
    pace: { concurrency: 2, timeoutSeconds: 60, attempts: 3 },
    budget: { requests: null, tokens: null },
  },
}

test('of what was asked here the report says of whom, when, how, and where each response is', () => {
  const [how, asked, rest] = drawnLines(inputs, [collected])
  expect(how).toContain('1 of 2 models was asked by a collection')
  for (const part of [
    'asked: asked as “asked-2026” of Lab (OpenAI-compatible, https://lab.test/v1)',
    'from 2026-03-01 08:00:00.000 UTC to 2026-03-01 09:30:00.000 UTC',
    'temperature 0.7, most output tokens 400, no system prompt',
    '212 prompts, with 1 canary prompt and identity probes',
    `raw responses in “asked-responses.jsonl”, SHA-256 ${hash}`,
  ])
    expect(asked).toContain(part)
  expect(rest).toMatch(/^Of the other: Dates, endpoints/)
})

test('of what was handed in it says that nothing is known', () => {
  expect(drawnLines(inputs, [])).toEqual([
    expect.stringMatching(/^Dates, endpoints.*whoever collected them states them/),
  ])
})
