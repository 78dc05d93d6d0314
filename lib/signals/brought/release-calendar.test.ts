import { expect, test } from 'vitest'
import { readReleases } from './release-calendar'

const release = { model: 'orion-2', releasedAt: Date.UTC(2026, 2, 6) }

test.each(['', 'model,released_at\n', 'model,time\n', 'Model, Release date\r\n', '\uFEFFmodel name,date\n'])(
  'a calendar may begin with the names of its columns: %j',
  (head) => expect(readReleases(`${head}orion-2,2026-03-06\n\n`)).toEqual([release]),
)

test.each(['orion-2,yesterday', 'model,time\nmodel,time', 'orion-2', 'orion-2,06/03/2026'])(
  'a line without a model and a time is refused by its number: %j',
  (text) => expect(() => readReleases(text)).toThrow(/Line [12] of the release calendar/),
)
