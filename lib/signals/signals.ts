/** The signals of this version, in the order of the matrix; `linked-accounts` uses what `templates` found. */

import { linkedAccounts } from './linked-accounts'
import { reasoningElicitation } from './reasoning-elicitation'
import { responseChaining } from './response-chaining'
import { rhythm } from './rhythm'
import type { SignalDefinition, SignalId } from './signal-definition'
import { templates } from './templates'
import { volume } from './volume'

export const signals: SignalDefinition[] = [
  volume,
  rhythm,
  templates,
  reasoningElicitation,
  responseChaining,
  linkedAccounts,
]

/** The definition of a signal by its id. */
export function signalOf(id: SignalId): SignalDefinition | undefined {
  return signals.find((signal) => signal.id === id)
}
