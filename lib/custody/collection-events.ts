/** What the record can say about endpoints, plans and collections. No key, and no part of one, is in any of it. */

export type CollectionEvents = {
  'host.allowed': { host: string }
  'host.refused': { host: string }
  'endpoint.registered': {
    endpointId: string
    name: string
    provider: string
    baseUrl: string
    variant: string
    withKey: boolean
  }
  'endpoint.key-replaced': { endpointId: string; name: string }
  'endpoint.removed': { endpointId: string; name: string }
  /** `body` is the plan's canonical JSON, of which `sha256` is the hash. */
  'plan.registered': { planId: string; name: string; version: number; sha256: string; body: string }
  'collection.started': {
    collectionId: string
    model: string
    endpoint: string
    host: string
    prompts: number
    planId: string
    /** Canonical JSON of what is asked, of whom and how. */
    request: string
  }
  /** The responses so far: how many bytes, and their SHA-256. */
  'collection.kept': { collectionId: string; model: string; bytes: string; sha256: string }
  'collection.paused': { collectionId: string; model: string; reason: string }
  'collection.resumed': { collectionId: string; model: string; round: number }
  'collection.ended': { collectionId: string; model: string; reason: string }
  'collection.completed': {
    collectionId: string
    model: string
    answered: number
    unanswered: number
    responses: string
    outputs: string | null
  }
  'evidence.collected': { evidenceId: string; name: string; size: string; kind: string; collectionId: string }
}
