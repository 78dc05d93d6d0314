import { expect, it } from 'vitest'
import { readRelations } from '@/lib/comparison/calibration/relation-table'
import { blankRelations, relationRows } from './relation-rows'

it('a table to fill in names every model, whatever is in its name, and claims nothing', () => {
  const names = ['plain-7b', 'a, b', 'says "hi"', '@lab/model-1']
  const csv = blankRelations(names)
  expect(readRelations(csv).models.map(({ model, to }) => [model, to])).toEqual(
    names.map((name) => [name, { LINEAGE: 'unknown' }]),
  )
  expect(relationRows(csv).kinds).toBe('4 unknown')
})
