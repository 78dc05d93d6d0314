/** The signals of this version, in the order of the matrix. */

import { rhythm } from './rhythm'
import type { SignalDefinition, SignalId } from './signal-definition'
import { volume } from './volume'

export const signals: SignalDefinition[] = [volume, rhythm]

/** The definition of a signal by its id. */
export function signalOf(id: SignalId): SignalDefinition | undefined {
  return signals.find((signal) => signal.id === id)
}
