import { expect, test } from 'vitest'
import { addDocument, addVersion } from './schema'

test('names in the ledger come without what hides or turns text round', () => {
  const document = addDocument.parse({ provider: ' Meridian\u202e AI', title: 'Terms\u200b of\nuse ' })
  expect(document).toEqual({ provider: 'Meridian AI', title: 'Terms of use' })
  const clause = {
    number: '4.2\u2066',
    title: 'No\u00ad training',
    text: 'Nobody trains on output.',
    elements: ['Was\u202e it so?'],
  }
  const version = addVersion.parse({
    ...{
      documentId: '6f1f4f0e-6a4f-4a7e-9f0a-2b9f0a1c2d3e',
      label: '1 June\u200f 2025',
      source: 'https://example.test\u2060',
    },
    ...{ text: 'The whole text of the terms.', inForceFrom: '2025-06-01', clauses: JSON.stringify([clause]) },
  })
  expect(version).toMatchObject({ label: '1 June 2025', source: 'https://example.test' })
  expect(version.clauses).toEqual([{ ...clause, number: '4.2', title: 'No training', elements: ['Was it so?'] }])
})

test('a label of nothing but hidden characters is no label', () => {
  expect(addDocument.safeParse({ provider: '\u202e\u200b', title: 'Terms' }).error?.issues[0]?.message).toMatch(
    /Name the provider/,
  )
})
