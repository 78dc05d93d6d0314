import { describe, expect, it } from 'vitest'
import { grammarRows, wordingRows } from './shared-weights-words'

const grammar = (over: object) => ({
  ...{ name: 'teacher', role: 'candidate' as const, references: 30 },
  ...{ lambda: 0.0421, interval: [0.02, 0.06] as [number, number], favoured: 29, ...over },
})

describe('what speaks for shared weights beside the weight', () => {
  it('gives λ with its interval and how many mixtures of controls it beats', () => {
    expect(grammarRows({ grammar: [grammar({}), grammar({ role: 'control', lambda: -0.5, interval: null })] })).toEqual(
      [
        {
          key: '0 teacher',
          name: 'teacher',
          role: 'Candidate',
          lambda: '+0.0421 (+0.02 to +0.06)',
          favoured: '29 of 30',
        },
        { key: '1 teacher', name: 'teacher', role: 'Control', lambda: '−0.5', favoured: '29 of 30' },
      ],
    )
  })

  it('says that there were too few sentences and gives no zero', () => {
    const [row] = grammarRows({ grammar: [grammar({ lambda: null, interval: null, favoured: null })] })
    expect(row).toMatchObject({ lambda: 'too few sentences', favoured: '–' })
  })

  it('has no rows for a result that was made before, or without a calibration', () => {
    expect(grammarRows({})).toEqual([])
    expect(wordingRows({ calibration: null })).toEqual([])
  })
})
