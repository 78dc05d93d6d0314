/** Collections of one analyst from an endpoint of our own, which answers as each test wants it. */

import { afterEach, beforeAll, beforeEach } from 'vitest'
import type { PersonActor } from '@/lib/platform/actor'
import { personWith } from './evidence'
import { allowLoopback } from './planned-collection'
import { type Misbehaviour, type Replay, startReplay } from './replay-endpoint'
import { answerTo, startedCollection } from './started-collection'

type Wanted = Parameters<typeof startedCollection>[2]

/** The analyst of the file, and the endpoint of the test that runs; call it once, outside of tests. */
export function collecting() {
  const site = {
    analyst: undefined as unknown as PersonActor,
    replay: undefined as unknown as Replay,
    /** What the endpoint does wrong with a prompt that it hears for the `count`th time; nothing, unless a test says so. */
    wrong: (_prompt: string, _count: number): Misbehaviour | null => null,
    started: (wanted?: Wanted) => startedCollection(site.analyst, site.replay.address, wanted),
  }
  const { wrong } = site
  beforeAll(async () => {
    allowLoopback()
    site.analyst = await personWith('ANALYST')
  })
  beforeEach(async () => {
    site.wrong = wrong
    site.replay = await startReplay(answerTo, ({ prompt }, count) => site.wrong(prompt, count))
  })
  afterEach(() => site.replay.close())
  return site
}
