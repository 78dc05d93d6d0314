/** How a signal of one account ran over time, from the rows themselves. */

import type { PersonActor } from '@/lib/platform/actor'
import { interactiveEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import type { SignalChart } from '@/lib/signals/signal-charts'
import { signalChart } from '@/lib/signals/signal-charts'
import type { RowsBehindRequest, SignalId } from '@/lib/signals/signal-definition'
import type { DatasetHead } from './dataset-queries'

type Asked = { signal: SignalId } & Pick<RowsBehindRequest, 'account' | 'values' | 'promptSets'>
export type SignalCourse = { signal: SignalId; account: string; data: SignalChart }

/** Hours of the week for `rhythm`, days for the others. `head` was found within the actor's scope; times and counts are no text. */
export async function signalCourse(_actor: PersonActor, head: DatasetHead, asked: Asked): Promise<SignalCourse> {
  const path = blobPath(Buffer.from(head.sha256, 'hex'))
  const { signal, account } = asked
  return { signal, account, data: await signalChart({ engine: interactiveEngine(), path, ...asked }) }
}
