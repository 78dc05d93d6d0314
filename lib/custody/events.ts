/** The closed union of everything that the record can say. Payloads carry names by value, hashes in hex, sizes as text. */

import type { CollectionEvents } from './collection-events'

type Change<T> = { from: T; to: T }
type Sealed = { evidenceId: string; name: string; sha256: string; size: string }

/** By what mapping a log is read; `body` is its canonical JSON. */
type Mapping = { mappingId: string; name: string; version: number; sha256: string }

type PeopleEvents = {
  'person.invited': { personId: string; email: string; name: string; role: string }
  'person.invitation-reissued': { personId: string; email: string }
  'person.reset-issued': { personId: string; email: string }
  'person.password-set': { personId: string; email: string }
  'person.role-changed': { personId: string; name: string; role: Change<string> }
  'person.deactivated': { personId: string; name: string }
  'person.reactivated': { personId: string; name: string }
  'person.unlocked': { personId: string; email: string }
  'person.signed-in': { personId: string; client: string | null }
  'person.sign-in-refused': { personId: string; email: string; reason: string }
  'person.signed-out': { personId: string }
  'person.signed-out-everywhere': { personId: string; sessions: number }
  'demonstration.seeded': { people: number }
}

type CaseEvents = {
  'case.filed': { number: string; title: string; severity: string }
  'case.facts-changed': { title?: Change<string>; facts?: Change<string>; severity?: Change<string> }
  'case.restricted': { reason: string }
  'case.unrestricted': { reason: string }
  'case.owner-changed': { owner: Change<string>; reason: string }
  'case.member-added': { personId: string; name: string; reason: string }
  'case.member-removed': { personId: string; name: string; reason: string }
  'case.submitted': { snapshot: string }
  'case.withdrawn': { reason: string }
  'case.review-started': { reviewer: string }
  'case.review-released': { reviewer: string }
  'case.changes-requested': { snapshot: string; reason: string }
  'case.resubmitted': { snapshot: string }
  'case.approval-given': { snapshot: string; reviewer: string; remaining: number; reason?: string }
  'case.approved': { snapshot: string }
  'case.dismissed': { snapshot: string; outcome: string; reason: string }
  'case.approval-stale': { because: string; snapshot: Change<string> }
  'case.approval-revoked': { reason: string }
  'case.actioned': { action: string; notice: string }
  'case.closed': { outcome: string; note: string }
  'case.reopened': { reason: string }
  'note.written': { noteId: string; characters: number }
}

type ClaimEvents = {
  'subject.added': { subjectId: string; name: string; kind: string; models: string[] }
  'subject.changed': { subjectId: string; name?: Change<string>; models?: Change<string[]>; note?: Change<string> }
  'subject.removed': { subjectId: string; name: string; accounts: number }
  'accounts.added': { subjectId: string; count: number; listSha256: string; reason: string; confidence: string }
  'accounts.removed': { subjectId: string; count: number; identifiers: string[] }
  'claim.made': { claimId: string; clauseId: string; clause: string; statement: string; from: string; until: string }
  'claim.changed': { claimId: string; statement?: Change<string>; clause?: Change<string>; dates?: Change<string> }
  'claim.removed': { claimId: string; clause: string; statement: string }
  'citation.added': { claimId: string; citationId: string; to: string; rows: number }
  'citation.removed': { claimId: string; citationId: string }
  'explanation.answered': { explanation: string; verdict: string; answer: string }
  'terms.document-added': { documentId: string; provider: string; title: string }
  'terms.version-added': {
    versionId: string
    label: string
    from: string
    until: string | null
    sha256: string
    clauses: number
  }
  'terms.version-changed': { versionId: string; label: string; sha256: Change<string> }
  'terms.version-ended': { versionId: string; label: string; until: string }
}

type EvidenceEvents = {
  'upload.started': { uploadId: string; name: string; size: string; kind: string }
  'upload.cancelled': { uploadId: string; name: string; received: string }
  'upload.expired': { uploadId: string; name: string; received: string }
  'evidence.received': { evidenceId: string; name: string; size: string; kind: string; claimedSha256: string | null }
  'evidence.attached': { evidenceId: string; name: string; connection: string; query: string; columns: string }
  'evidence.sealed': Sealed & { rows?: number }
  'evidence.refused': { evidenceId: string; name: string; reason: string }
  'evidence.withdrawn': { evidenceId: string; name: string; reason: string }
  'evidence.downloaded': Sealed
  'evidence.verified': Sealed & { agrees: boolean }
  'table.comparison-requested': { evidenceId: string; name: string }
  'table.compared': { evidenceId: string; name: string; rows: number; sha256: string; agrees: boolean }
  'mapping.saved': Mapping & { body: string }
  'dataset.made': {
    datasetId: string
    evidenceId: string
    sha256: string
    rows: number
    rejected: number
    format: string
    mapping?: Mapping & { body: string }
  }
  'dataset.join-requested': { evidenceId: string; name: string; other: string; parents: string[] }
  'dataset.joined': {
    datasetId: string
    evidenceId: string
    sha256: string
    rows: number
    completed: number
    ambiguous: number
    /** The main log first. */
    parents: { datasetId: string; name: string; sha256: string }[]
  }
  'dataset.join-failed': { evidenceId: string; name: string; other: string; parents: string[]; reason: string }
  'dataset.failed': { evidenceId: string; name: string; reason: string }
  'dataset.requested': { evidenceId: string; name: string; mapping?: Mapping & { body: string } }
  'dataset.rejects-downloaded': { datasetId: string; evidenceId: string; rejected: number; format: string }
  'dataset.rows-downloaded': { datasetId: string; rows: number; filter: string }
  'filter.saved': { filterId: string; datasetId: string; name: string; query: string }
  'filter.removed': { filterId: string; datasetId: string; name: string }
  'account.unmasked': { account: string; reason: string }
  'analysis.requested': { runId: string; kind: string; version: string; inputs: string[] }
  'analysis.completed': { runId: string; kind: string; resultSha256: string }
  'analysis.failed': { runId: string; kind: string; reason: string }
  'finding.added': { findingId: string; runId: string; key: string; title: string }
  'finding.changed': { findingId: string; statement: Change<string> }
  'finding.removed': { findingId: string; title: string }
  'summary.exported': {
    exportId: string
    format: string
    sha256: string
    size: string
    watermark: string
    headSeq: number
    options: { accounts: boolean; rows: boolean }
  }
  'summary.downloaded': { exportId: string; format: string; sha256: string }
}

type ReferenceEvents = {
  'reference.imported': {
    referenceId: string
    kind: string
    name: string
    source: string
    licence: string
    entries: number
    hashesOnly: boolean
    sha256: string
    originalSha256: string
  }
  'reference-set.version-added': {
    setId: string
    name: string
    version: number
    models: number
    relationsSha256: string
    note: string
  }
  'calibration.requested': { calibrationId: string; name: string; version: number; fusion: string }
  'calibration.completed': { calibrationId: string; name: string; version: number; profile: string; sha256: string }
  'calibration.failed': { calibrationId: string; name: string; version: number; reason: string }
  'reference.withdrawn': { referenceId: string; name: string; reason: string }
}

export type EventData = PeopleEvents & CaseEvents & ClaimEvents & EvidenceEvents & ReferenceEvents & CollectionEvents

export type EventType = keyof EventData

/** One event as a command records it; the actor, time and place in the chain are added at commit. */
export type RecordedEvent = { [T in EventType]: { type: T; caseId: string | null; data: EventData[T] } }[EventType]
