/** What an event says, in words: pure, for the record's lines and custody lists. */

import { formatAmount, formatBytes, formatCount } from '@/lib/platform/format-number'
import { sayOfCollections } from './collection-sentences'
import type { EventData, EventType } from './events'

type Say = { [T in EventType]: (data: EventData[T]) => string }

const quoted = (text: string) => `“${text}”`
const short = (hash: string) => hash.slice(0, 12)
const bytes = (count: string) => formatBytes(Number(count))
/** `end-access` as a reader writes it. */
const spaced = (key: string) => key.replaceAll('-', ' ')
const because = (reason: string) => (reason ? `: ${reason}` : '')

const say: Say = {
  ...sayOfCollections,
  'person.invited': ({ name, email, role }) => `Invited ${name} (${email}) as ${role.toLowerCase()}`,
  'person.invitation-reissued': ({ email }) => `Issued a new invitation for ${email}`,
  'person.reset-issued': ({ email }) => `Issued a password reset for ${email}`,
  'person.password-set': ({ email }) => `Chose a password for ${email}`,
  'person.role-changed': ({ name, role }) =>
    `Changed the role of ${name} from ${role.from.toLowerCase()} to ${role.to.toLowerCase()}`,
  'person.deactivated': ({ name }) => `Ended the access of ${name}`,
  'person.reactivated': ({ name }) => `Gave ${name} access again`,
  'person.unlocked': ({ email }) => `Unlocked ${email}`,
  'person.signed-in': () => 'Signed in',
  'person.sign-in-refused': ({ email, reason }) => `Refused a sign-in as ${email}: ${reason}`,
  'person.signed-out': () => 'Signed out',
  'person.signed-out-everywhere': ({ sessions }) => `Signed out everywhere (${formatAmount(sessions, 'session')})`,
  'demonstration.seeded': ({ people }) => `Seeded the demonstration with ${formatAmount(people, 'person', 'people')}`,
  'case.filed': ({ number, title }) => `Filed ${number}, ${quoted(title)}`,
  'case.facts-changed': (data) => `Edited ${Object.keys(data).join(', ') || 'nothing'}`,
  'case.restricted': ({ reason }) => `Restricted the case${because(reason)}`,
  'case.unrestricted': ({ reason }) => `Opened the restricted case${because(reason)}`,
  'case.owner-changed': ({ owner, reason }) =>
    `Reassigned the case from ${owner.from} to ${owner.to}${because(reason)}`,
  'case.member-added': ({ name, reason }) => `Added ${name}${because(reason)}`,
  'case.member-removed': ({ name, reason }) => `Removed ${name}${because(reason)}`,
  'case.submitted': ({ snapshot }) => `Submitted for review, snapshot ${short(snapshot)}`,
  'case.withdrawn': ({ reason }) => `Withdrew the submission${because(reason)}`,
  'case.review-started': () => 'Took the review',
  'case.review-released': () => 'Released the review',
  'case.changes-requested': ({ reason }) => `Asked for changes${because(reason)}`,
  'case.resubmitted': ({ snapshot }) => `Submitted the changes, snapshot ${short(snapshot)}`,
  'case.approval-given': ({ snapshot, remaining, reason = '' }) =>
    `Approved snapshot ${short(snapshot)}${remaining > 0 ? '; a second approval is needed' : ''}${because(reason)}`,
  'case.approved': ({ snapshot }) => `Completed the approval, snapshot ${short(snapshot)}`,
  'case.dismissed': ({ outcome, reason }) => `Dismissed (${spaced(outcome)})${because(reason)}`,
  'case.approval-stale': ({ because: cause }) => `Made the approval stale: ${cause}`,
  'case.approval-revoked': ({ reason }) => `Revoked the approval${because(reason)}`,
  'case.actioned': ({ action }) => `Carried out the action: ${spaced(action)}`,
  'case.closed': ({ outcome, note }) => `Closed (${spaced(outcome)})${because(note)}`,
  'case.reopened': ({ reason }) => `Reopened${because(reason)}`,
  'note.written': ({ characters }) => `Wrote a privileged note of ${formatAmount(characters, 'character')}`,
  'subject.added': ({ name }) => `Added the subject ${quoted(name)}`,
  'subject.changed': (data) =>
    `Changed a subject (${
      Object.keys(data)
        .filter((key) => key !== 'subjectId')
        .join(', ') || 'kind'
    })`,
  'subject.removed': ({ name }) => `Removed the subject ${quoted(name)}`,
  'accounts.added': ({ count, confidence, reason }) =>
    `Added ${formatAmount(count, 'account')}, ${confidence.toLowerCase()}${because(reason)}`,
  'accounts.removed': ({ count }) => `Removed ${formatAmount(count, 'account')}`,
  'claim.made': ({ clause, statement }) => `Claimed a breach of ${clause}: ${statement}`,
  'claim.changed': (data) =>
    `Changed a claim (${
      Object.keys(data)
        .filter((key) => key !== 'claimId')
        .join(', ') || 'no field'
    })`,
  'claim.removed': ({ clause, statement }) => `Removed the claim on ${clause}: ${statement}`,
  'citation.added': ({ to }) => `Cited ${to}`,
  'citation.removed': () => 'Removed a citation',
  'explanation.answered': ({ explanation, verdict }) =>
    `Answered ${quoted(explanation.replaceAll('-', ' '))}: ${verdict.toLowerCase().replaceAll('_', ' ')}`,
  'terms.document-added': ({ provider, title }) => `Added the document ${provider}, ${title}`,
  'terms.version-added': ({ label, clauses }) =>
    `Added version ${quoted(label)} with ${formatAmount(clauses, 'clause')}`,
  'terms.version-changed': ({ label }) => `Changed version ${quoted(label)} before it was cited`,
  'terms.version-ended': ({ label, until }) => `Version ${quoted(label)} was in force until ${until}`,
  'upload.started': ({ name, size }) => `Started to upload ${quoted(name)} (${bytes(size)})`,
  'upload.cancelled': ({ name, received }) => `Cancelled the upload of ${quoted(name)} after ${bytes(received)}`,
  'upload.expired': ({ name, received }) => `The upload of ${quoted(name)} expired after ${bytes(received)}`,
  'evidence.received': ({ name, size }) => `Received ${quoted(name)} (${bytes(size)})`,
  'evidence.attached': ({ name, connection }) => `Attached ${quoted(name)} by a query over ${quoted(connection)}`,
  'table.comparison-requested': ({ name }) => `Had ${quoted(name)} asked again`,
  'table.compared': ({ name, agrees }) =>
    `Asked ${quoted(name)} again: its rows ${agrees ? 'are the same' : 'have CHANGED since they were sealed'}`,
  'evidence.sealed': ({ name, sha256 }) => `Sealed ${quoted(name)}, SHA-256 ${short(sha256)}`,
  'evidence.refused': ({ name, reason }) => `Refused ${quoted(name)}${because(reason)}`,
  'evidence.withdrawn': ({ name, reason }) => `Withdrew ${quoted(name)}${because(reason)}`,
  'evidence.downloaded': ({ name }) => `Downloaded ${quoted(name)}`,
  'evidence.verified': ({ name, agrees }) =>
    `Hashed ${quoted(name)} again: ${agrees ? 'agrees with its seal' : 'does NOT agree with its seal'}`,
  'dataset.made': ({ rows, rejected, format }) =>
    `Made a dataset of ${formatAmount(rows, 'row')} from ${format}, ${formatCount(rejected)} rejected`,
  'dataset.join-requested': ({ name, other }) => `Asked for ${quoted(name)} to be completed by ${quoted(other)}`,
  'dataset.joined': ({ rows, completed, ambiguous, parents }) =>
    `Joined ${parents.map(({ name }) => quoted(name)).join(' with ')}: ${formatCount(completed)} of ${formatAmount(rows, 'row')} completed${ambiguous > 0 ? `, ${formatAmount(ambiguous, 'request id')} left alone as unclear` : ''}`,
  'dataset.join-failed': ({ name, other, reason }) =>
    `Could not complete ${quoted(name)} by ${quoted(other)}${because(reason)}`,
  'dataset.failed': ({ name, reason }) => `Could not read ${quoted(name)}${because(reason)}`,
  'dataset.requested': ({ name, mapping }) =>
    `Asked for ${quoted(name)} to be read${mapping ? ` by the mapping ${quoted(mapping.name)}, version ${mapping.version}` : ''}`,
  'mapping.saved': ({ name, version, sha256 }) =>
    `Saved version ${version} of the mapping ${quoted(name)}, SHA-256 ${short(sha256)}`,
  'dataset.rejects-downloaded': ({ rejected }) => `Downloaded ${formatAmount(rejected, 'rejected record')}`,
  'dataset.rows-downloaded': ({ rows, filter }) =>
    `Downloaded ${formatAmount(rows, 'row')}${filter ? ` (${filter})` : ''}`,
  'filter.saved': ({ name }) => `Saved the filter ${quoted(name)}`,
  'filter.removed': ({ name }) => `Removed the filter ${quoted(name)}`,
  'account.unmasked': ({ account, reason }) =>
    `Opened the text of ${account ? `account ${account}` : 'rows that name no account'}${because(reason)}`,
  'analysis.requested': ({ kind, version }) => `Asked for ${kind.toLowerCase()} (${version})`,
  'analysis.completed': ({ kind, resultSha256 }) => `Completed ${kind.toLowerCase()}, result ${short(resultSha256)}`,
  'analysis.failed': ({ kind, reason }) => `The ${kind.toLowerCase()} failed${because(reason)}`,
  'finding.added': ({ title }) => `Put the finding ${quoted(title)} into the case`,
  'finding.changed': () => 'Changed the statement of a finding',
  'finding.removed': ({ title }) => `Took the finding ${quoted(title)} out`,
  'reference.imported': ({ kind, name, entries, hashesOnly, sha256 }) =>
    `Imported the ${kind === 'PROMPT_SET' ? 'prompt set' : 'release calendar'} ${quoted(name)} with ${formatAmount(entries, 'entry', 'entries')}${hashesOnly ? ', hashes only' : ''}, SHA-256 ${short(sha256)}`,
  'reference-set.version-added': ({ name, version, models, note }) =>
    `Entered version ${version} of the reference set ${quoted(name)} (${formatAmount(models, 'model')})${because(note)}`,
  'calibration.requested': ({ name, version }) => `Asked to calibrate on ${quoted(name)}, version ${version}`,
  'calibration.completed': ({ name, version, profile, sha256 }) =>
    `Calibrated on ${quoted(name)}, version ${version}: ${profile}, SHA-256 ${short(sha256)}`,
  'calibration.failed': ({ name, version, reason }) =>
    `Could not calibrate on ${quoted(name)}, version ${version}: ${reason}`,
  'reference.withdrawn': ({ name, reason }) => `Withdrew ${quoted(name)} as reference data${because(reason)}`,
  'summary.exported': ({ format, watermark, sha256 }) =>
    `Exported the summary as ${format}, ${watermark}, SHA-256 ${short(sha256)}`,
  'summary.downloaded': ({ format, sha256 }) => `Downloaded a summary as ${format}, SHA-256 ${short(sha256)}`,
}

/** The event in a sentence without its actor. An unknown type of a later version is named as it stands. */
export function sentenceOf(type: string, data: Record<string, unknown>): string {
  const speak = (say as Record<string, ((data: never) => string) | undefined>)[type]
  return speak ? speak(data as never) : type
}
