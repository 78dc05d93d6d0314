import { describe, expect, it } from 'vitest'
import { explanationIds } from '@/lib/cases/innocent-explanations'
import { coversConduct, type Material, openPoints } from './readiness'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

const ready: Material = {
  facts: 'Somebody did something.',
  subjects: [{ name: 'Example Labs', models: [], accounts: 1 }],
  sealedEvidence: 1,
  sealingEvidence: 0,
  claims: [
    {
      label: '4.2',
      conductFrom: day('2026-01-01'),
      conductUntil: day('2026-01-31'),
      inForceFrom: day('2026-01-01'),
      inForceUntil: day('2026-01-31'),
      citations: 1,
    },
  ],
  answered: explanationIds.map((explanation) => ({ explanation, answer: 'Checked.' })),
}

const [claim] = ready.claims

describe('before submission', () => {
  it('has no open point when all is there', () => {
    expect(openPoints(ready)).toEqual([])
  })

  it.each<[string, Partial<Material>, RegExp]>([
    ['no facts', { facts: '  ' }, /what happened/],
    ['no subject', { subjects: [] }, /Name a subject/],
    ['a subject without account or model', { subjects: [{ name: 'X', models: [], accounts: 0 }] }, /Name a subject/],
    ['no sealed evidence', { sealedEvidence: 0 }, /Add at least one evidence/],
    ['evidence on its way', { sealingEvidence: 1 }, /all evidence is sealed/],
    ['no claim', { claims: [] }, /at least one claim/],
    ['an uncited claim', { claims: claim ? [{ ...claim, citations: 0 }] : [] }, /cites no evidence/],
    [
      'a clause that was not in force yet',
      { claims: claim ? [{ ...claim, conductFrom: day('2025-12-31') }] : [] },
      /not in force/,
    ],
    [
      'a clause that was no longer in force',
      { claims: claim ? [{ ...claim, conductUntil: day('2026-02-01') }] : [] },
      /not in force/,
    ],
    ['an unanswered explanation', { answered: ready.answered.slice(1) }, /Reseller/],
    [
      'an empty answer',
      { answered: [{ explanation: 'reseller', answer: ' ' }, ...ready.answered.slice(1)] },
      /Reseller/,
    ],
  ])('names %s', (_, part, sentence) => {
    const points = openPoints({ ...ready, ...part })
    expect(points).toHaveLength(1)
    expect(points[0]?.sentence).toMatch(sentence)
  })

  it('counts both ends of the days in force, and an open end', () => {
    expect(
      coversConduct({
        conductFrom: day('2026-01-01'),
        conductUntil: day('2026-01-01'),
        inForceFrom: day('2026-01-01'),
        inForceUntil: day('2026-01-01'),
      }),
    ).toBe(true)
    expect(
      coversConduct({
        conductFrom: day('2026-01-01'),
        conductUntil: day('2030-01-01'),
        inForceFrom: day('2026-01-01'),
        inForceUntil: null,
      }),
    ).toBe(true)
  })
})
