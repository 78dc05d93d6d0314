/**
 * The moments of an intake at which a process is killed. The product is not slowed for it: rows and tables are locked so that it
 * waits where a change is about to commit, and worker and engine are stopped by signal once the moment is seen from outside.
 */

import { setImmediate as turn } from 'node:timers/promises'
import type { Random } from '@/bench/random'
import { signalMarked } from '@/scripts/processes'
import { isBeingSorted, isKept, isMovingIn, type Watched, writtenParquet } from '@/tests/kill-points'
import { eventually } from './eventually'
import type { ChildName, Installation } from './installation'
import type { Held, Owner } from './owner'

export type Place = { installation: Installation; owner: Owner; chance: Random }
export type Target = Watched & { caseId: string }

/** How a moment was found when everything stood still: in words, or null when it had passed. */
export type Sight = string | null

export type Moment = {
  /** Taken once the upload is finished, while the worker stands still; the work then cannot commit past the moment. */
  gate: (place: Place, target: Target) => Promise<Held>
  /** Resolves when it has come; the gate holds, everything moves. */
  comes: (place: Place, target: Target) => Promise<unknown>
  /** Looked at while worker and engine stand still. */
  seen: (target: Target) => Sight
}

const beforeSealing = (owner: Owner, { caseId }: Target) =>
  owner.hold('SELECT 1 FROM "case" WHERE id = $1 FOR NO KEY UPDATE', [caseId])
const beforeDataset = (owner: Owner) => owner.hold('LOCK TABLE dataset IN SHARE MODE')

/** Milliseconds within which a moment that lasts is struck. */
const spread = { seal: 10, commit: 30 }

export const moments: Record<string, Moment> = {
  'while it is sealed': {
    gate: ({ owner }, target) => beforeSealing(owner, target),
    comes: async ({ owner, installation, chance }, target) => {
      const unread = await owner.hold('LOCK TABLE evidence_item IN ACCESS EXCLUSIVE MODE')
      thaw(installation, 'worker')
      const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'evidence_item'::regclass`
      await eventually('the worker begins to seal', async () => (await owner.rows(waiting)).length > 0)
      await unread.release()
      await watch(
        after(chance.unit() * spread.seal, () => true),
        target,
      )
    },
    seen: (target) => (isKept(target) ? null : isMovingIn() ? 'its bytes move into the store' : 'its bytes are read'),
  },
  'between the store and the commit': {
    gate: ({ owner }, target) => beforeSealing(owner, target),
    comes: async ({ installation, chance }, target) => {
      thaw(installation, 'worker')
      await watch(after(chance.unit() * spread.commit, isKept), target)
    },
    seen: (target) => (isKept(target) ? 'its bytes are kept, not recorded' : null),
  },
  'while rows are sorted': {
    gate: ({ owner }) => beforeDataset(owner),
    comes: async ({ installation }, target) => {
      thaw(installation, 'worker')
      await watch((each) => isBeingSorted(each) || writtenParquet(each) !== undefined, target)
    },
    seen: (target) => (isBeingSorted(target) ? 'half a Parquet is written' : null),
  },
  'between the Parquet and the commit': {
    gate: ({ owner }) => beforeDataset(owner),
    comes: async ({ installation, chance }, target) => {
      thaw(installation, 'worker')
      await watch(
        after(chance.unit() * spread.commit, (each) => writtenParquet(each) !== undefined),
        target,
      )
    },
    seen: (target) => {
      const original = writtenParquet(target)
      if (original === undefined) return null
      return isKept({ original }) ? 'the Parquet is kept, not recorded' : 'the Parquet is written, not kept'
    },
  },
}

/** Stops worker and batch engine, so that a moment lasts. */
export function freeze({ child }: Installation, ...names: ChildName[]): void {
  for (const name of names) signalMarked(child(name), 'SIGSTOP', true)
}

/** Lets them go on; one that was killed meanwhile is no error. */
export function thaw({ child }: Installation, ...names: ChildName[]): void {
  for (const name of names) signalMarked(child(name), 'SIGCONT', true)
}

type Look = (target: Target) => boolean

/** True once `delay` milliseconds have gone since `look` was first true. */
function after(delay: number, look: Look): Look {
  let began: number | null = null
  return (target) => {
    if (began === null && look(target)) began = performance.now()
    return began !== null && performance.now() - began >= delay
  }
}

/** Looks as often as it can: some of these states last a few milliseconds. */
async function watch(look: Look, target: Target): Promise<void> {
  const until = Date.now() + 60_000
  while (!look(target)) {
    if (Date.now() > until) throw new Error('The moment did not come within a minute.')
    await turn()
  }
}
