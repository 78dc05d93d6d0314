/** What events of endpoints, plans and collections say, in words: pure. */

import { formatAmount, formatBytes } from '@/lib/platform/format-number'
import type { CollectionEvents } from './collection-events'

type Say = { [T in keyof CollectionEvents]: (data: CollectionEvents[T]) => string }

const quoted = (text: string) => `“${text}”`
const short = (hash: string) => hash.slice(0, 12)

export const sayOfCollections: Say = {
  'host.allowed': ({ host }) => `Allowed requests to ${host}`,
  'host.refused': ({ host }) => `Took ${host} off the list of allowed hosts`,
  'endpoint.registered': ({ name, baseUrl }) => `Registered the endpoint ${quoted(name)} at ${baseUrl}`,
  'endpoint.key-replaced': ({ name }) => `Gave the endpoint ${quoted(name)} another key`,
  'endpoint.removed': ({ name }) => `Removed the endpoint ${quoted(name)} and deleted its key`,
  'plan.registered': ({ name, version, sha256 }) =>
    `Registered version ${version} of the plan ${quoted(name)}, SHA-256 ${short(sha256)}`,
  'collection.started': ({ model, host, prompts }) =>
    `Started to put ${formatAmount(prompts, 'prompt')} to ${model} at ${host}`,
  'collection.kept': ({ model, bytes, sha256 }) =>
    `Kept ${formatBytes(Number(bytes))} of responses of ${model}, SHA-256 ${short(sha256)}`,
  'collection.paused': ({ model, reason }) => `Paused the collection from ${model}: ${reason}`,
  'collection.resumed': ({ model, round }) => `Went on with the collection from ${model}, round ${round}`,
  'collection.ended': ({ model, reason }) => `Ended the collection from ${model} early: ${reason}`,
  'collection.completed': ({ model, answered, unanswered }) =>
    `Collected ${formatAmount(answered, 'answer')} of ${model}${unanswered > 0 ? `, ${formatAmount(unanswered, 'prompt')} unanswered` : ''}`,
  'evidence.collected': ({ name, size }) => `Collected ${quoted(name)} (${formatBytes(Number(size))})`,
}
