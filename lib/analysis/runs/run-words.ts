/** What a run is and where it leads, in the words of lists and heads. Pure and isomorphic. */

import { formatAmount } from '@/lib/platform/format-number'
import type { RunView } from './result-queries'

/** "Signals over october.jsonl", "vicuna against 4 candidates and 8 controls". */
export function runTitle({ request }: Pick<RunView, 'request'>): string {
  if (request.kind === 'SIGNALS')
    return `Signals over ${request.inputs.map(({ evidenceName }) => evidenceName).join(', ')}`
  const inRole = (role: string) => request.inputs.filter((input) => input.role === role)
  const candidates = inRole('candidate')
  const against = candidates.length === 1 ? (candidates[0]?.name ?? '') : formatAmount(candidates.length, 'candidate')
  return `${inRole('suspect')[0]?.name ?? ''} compared with ${against}, ${formatAmount(inRole('control').length, 'control')}`
}

/** The address of a run's result. */
export function runHref(number: string, { id, request }: Pick<RunView, 'id' | 'request'>): string {
  if (request.kind === 'COMPARISON') return `/cases/${number}/comparisons/${id}`
  return `/cases/${number}/datasets/${request.inputs[0]?.datasetId ?? ''}`
}

export const stateWords: Record<RunView['state'], string> = {
  waiting: 'Waiting for the worker',
  running: 'Running',
  done: 'Complete',
  failed: 'Failed',
}
