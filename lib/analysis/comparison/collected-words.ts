/** What is known of how answers were drawn, as lines of a report: from the collection that asked, or that nothing is. Pure. */

import type { ComparisonRequest } from '@/lib/analysis/runs/run-request'
import { samplingWords } from '@/lib/collection/sampling-words'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import { formatExactUtc } from '@/lib/platform/format-time'
import type { CollectedModel } from './collected-models'

const unknown =
  'Dates, endpoints, system prompts and decoding settings are not part of files that were handed in: whoever collected them states them. Answers drawn at other settings differ in manner, which weakens a likeness more often than it makes one.'

/** A line for each model that was asked here, and one for those whose outputs were handed in. */
export function drawnLines(inputs: ComparisonRequest['inputs'], collected: readonly CollectedModel[]): string[] {
  const asked = inputs.flatMap((input) => {
    const found = collected.find(({ evidenceId }) => evidenceId === input.evidenceId)
    return found ? [{ name: input.name, found }] : []
  })
  if (asked.length === 0) return [unknown]
  const others = inputs.length - asked.length
  return [
    `${formatCount(asked.length)} of ${formatAmount(inputs.length, 'model')} ${asked.length === 1 ? 'was' : 'were'} asked by a collection of this program, which keeps each response as it came, with its request, headers and times.`,
    ...asked.map(({ name, found }) => askedLine(name, found)),
    ...(others > 0 ? [`Of the ${others === 1 ? 'other' : `other ${formatCount(others)}`}: ${unknown}`] : []),
  ]
}

function askedLine(name: string, { request, provider, from, until, responses }: CollectedModel): string {
  const { endpoint, modelId, prompts, sampling, plan } = request
  const beside = [
    ...(prompts.canaries.length > 0 ? [formatAmount(prompts.canaries.length, 'canary prompt')] : []),
    ...(prompts.identityProbes ? ['identity probes'] : []),
  ]
  return [
    `${name}: asked as “${modelId}” of ${endpoint.name} (${provider}, ${endpoint.baseUrl}${endpoint.variant ? `, ${endpoint.variant}` : ''})`,
    `from ${formatExactUtc(from)} to ${formatExactUtc(until)}, by the plan with SHA-256 ${plan.sha256}`,
    `settings: ${samplingWords(sampling)}${sampling.temperature === null ? '; what is not named was the endpoint’s own' : ''}`,
    `${formatAmount(prompts.count, 'prompt')}${beside.length > 0 ? `, with ${beside.join(' and ')}` : ', without canary prompts or identity probes'}`,
    `raw responses in “${responses.name}”, SHA-256 ${responses.sha256}.`,
  ].join('; ')
}
