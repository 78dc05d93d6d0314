/** Computes a signal over what the datasets really are, and says why where their rows are no requests. */

import { signalOfSums } from './report-sums'
import type { SignalDefinition, SignalOutcome } from './signal-definition'
import type { Workspace } from './workspace'

/**
 * The signal over single requests; for accounts that only a usage report names, over its sums. An account that has both is
 * judged by its requests alone, as the report counts them again.
 */
export async function computeSignal(signal: SignalDefinition, workspace: Workspace): Promise<SignalOutcome> {
  const { paths, sums } = workspace
  // Links come from the values that accounts share, which events have too.
  const single = paths.length > 0 || signal.id === 'linked-accounts' ? await signal.compute(workspace) : null
  const summed = sums.length > 0 ? await signalOfSums(signal.id, workspace) : null
  if (!summed) return single ?? { computable: false, why: whyNot(workspace) }
  if (!summed.computable) return single?.computable ? single : summed
  const own = single?.computable ? single.accounts : []
  const known = new Set(own.map(({ account }) => account))
  return { computable: true, accounts: [...own, ...summed.accounts.filter(({ account }) => !known.has(account))] }
}

function whyNot({ sums, events }: Workspace): string {
  if (sums.length === 0) return 'The log has events and no requests to a model.'
  const also = events.length > 0 ? ', and events are no requests' : ''
  return `A usage report has sums over spans of time and no single requests${also}.`
}
