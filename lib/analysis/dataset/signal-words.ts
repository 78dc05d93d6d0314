/** A signal as its page explains it: plain data from its definition, without the code that measures. */

import type { SignalId } from '@/lib/signals/signal-definition'
import { signalOf } from '@/lib/signals/signals'

/** Everything a reader needs to weigh a signal, or null when this version does not measure it. */
export function explainedSignal(id: SignalId) {
  const signal = signalOf(id)
  if (!signal) return null
  const { version, title, question, definition, source, peerGroup, flag, errorRate } = signal
  const { innocentExplanations, rebuttedBy, cannotShow, techniques, needs, value } = signal
  return {
    ...{ id, version, title, question, definition, source, peerGroup, flag, errorRate },
    ...{ innocentExplanations, rebuttedBy, cannotShow, techniques, needs, value },
  }
}

export type ExplainedSignal = NonNullable<ReturnType<typeof explainedSignal>>
