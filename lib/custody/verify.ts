/** Walks the record from its first event and names the first link that does not hold. */

import { db } from '@/lib/platform/db'
import { genesisHash, hashHeader, hashPayload } from './chain'
import { toHex } from './hex'

export type Expectation = { seq: bigint; hash: string }
type BrokenLink = { seq: bigint; why: string }
export type Verification = { count: bigint; head: { seq: bigint; hash: string } | null; broken: BrokenLink | null }

const batch = 5000

/**
 * Checks every header hash, every link, every payload and that no number is missing. With `expect`, also that the event of that
 * number has that hash: a record whose end was cut off is otherwise sound. `onProgress` is told how many events have been checked.
 */
export async function verifyRecord(
  options: { expect?: Expectation; onProgress?: (checked: bigint) => void } = {},
): Promise<Verification> {
  let previous = { seq: 0n, hash: genesisHash as Uint8Array }
  for (;;) {
    const events = await db.event.findMany({
      where: { seq: { gt: previous.seq } },
      orderBy: { seq: 'asc' },
      take: batch,
      include: { payload: true },
    })
    for (const event of events) {
      const why = whyBroken(event, previous)
      if (why) return { count: previous.seq, head: headOf(previous), broken: { seq: event.seq, why } }
      if (options.expect?.seq === event.seq && options.expect.hash !== toHex(event.hash)) {
        return {
          count: previous.seq,
          head: headOf(previous),
          broken: { seq: event.seq, why: `its hash is ${toHex(event.hash)}, not the expected ${options.expect.hash}` },
        }
      }
      previous = event
    }
    options.onProgress?.(previous.seq)
    if (events.length < batch) break
  }
  const cut = options.expect && options.expect.seq > previous.seq
  const broken = cut
    ? {
        seq: previous.seq + 1n,
        why: `the record ends at event ${previous.seq}; event ${options.expect?.seq} was expected, so its end was cut off`,
      }
    : null
  return { count: previous.seq, head: headOf(previous), broken }
}

type Stored = Awaited<ReturnType<typeof db.event.findMany<{ include: { payload: true } }>>>[number]

function whyBroken(event: Stored, previous: { seq: bigint; hash: Uint8Array }): string | null {
  if (event.seq !== previous.seq + 1n) return `event ${previous.seq + 1n} is missing`
  if (toHex(event.prevHash) !== toHex(previous.hash)) return 'it does not point to the event before it'
  if (toHex(hashHeader(event)) !== toHex(event.hash)) return 'its header was changed'
  if (!event.payload) return 'its payload is missing'
  if (toHex(hashPayload(event.payload.salt, event.payload.text)) !== toHex(event.payloadHash))
    return 'its payload was changed'
  return null
}

const headOf = ({ seq, hash }: { seq: bigint; hash: Uint8Array }) => (seq === 0n ? null : { seq, hash: toHex(hash) })
