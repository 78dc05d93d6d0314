/** The items of a snapshot in the words of the page: pure. */

import { innocentExplanations } from '@/lib/cases/innocent-explanations'
import { confidenceNames, identifierKindNames } from '@/lib/cases/schema'
import { verdictNames } from '@/lib/claims/schema'
import { kindNames } from '@/lib/evidence/schema'
import { formatAmount, formatBytes, shortHash } from '@/lib/platform/format-number'
import type { SnapshotBody } from './snapshot'

/** Fields by their name; a list is one entry a line. */
export type Fields = Record<string, string | string[]>
/** One thing of a snapshot: what it is called, and what it says. */
export type Worded = { key: string; where: string; fields: Fields }

/** Everything a snapshot holds beside the case itself, in the order of the page. */
export function wordedItems(body: SnapshotBody): Worded[] {
  return [
    ...body.subjects.map(subject),
    ...body.claims.map((claim) => wordedClaim(claim, namesOf(body))),
    ...body.answers.map(answer),
    ...body.findings.map(finding),
    ...body.evidence.map(evidence),
  ]
}

type Part<L extends keyof SnapshotBody> = SnapshotBody[L] extends (infer Item)[] ? Item : never

function subject({ id, name, kind, models, note, accounts }: Part<'subjects'>): Worded {
  const account = (one: (typeof accounts)[number]) =>
    `${one.identifier} (${identifierKindNames[one.kind].toLowerCase()}, ${confidenceNames[one.confidence].toLowerCase()}): ${one.reason}`
  const fields = { Name: name, Kind: kind.toLowerCase(), Models: models, Note: note, Accounts: accounts.map(account) }
  return { key: id, where: `Subject “${name}”`, fields }
}

function wordedClaim(claim: Part<'claims'>, names: ReadonlyMap<string, string>): Worded {
  const { id, statement, conductFrom, conductUntil, clause, citations } = claim
  const cited = ({ element, evidenceId, datasetId, rowIds, findingId, note }: (typeof citations)[number]) => {
    const thing = names.get(findingId ?? evidenceId ?? '') ?? 'something that is no longer there'
    const what = datasetId ? `${formatAmount(rowIds.length, 'row')} of a log: ${someOf(rowIds)}` : thing
    return `${element === null ? 'The claim' : `Element ${element + 1}`} by ${what}${note ? ` – ${note}` : ''}`
  }
  const fields = {
    Statement: statement,
    'First day': conductFrom,
    'Last day': conductUntil,
    Clause: `${clause.number} of ${clause.document.title}, ${clause.version}`,
    'Text of the clause': clause.text,
    Citations: citations.map(cited),
  }
  return { key: id, where: `Claim on ${clause.number}: “${shortened(statement)}”`, fields }
}

function answer({ explanation, verdict, answer: text }: Part<'answers'>): Worded {
  const title = innocentExplanations.find(({ id }) => id === explanation)?.title ?? explanation
  return {
    key: explanation,
    where: `Innocent explanation “${title}”`,
    fields: { Verdict: verdictNames[verdict], Answer: text },
  }
}

function finding({ id, title, statement, run }: Part<'findings'>): Worded {
  const result = run.resultSha256 ? shortHash(run.resultSha256) : 'none'
  return {
    key: id,
    where: `Finding “${title}”`,
    fields: { Title: title, Statement: statement, Method: run.version, Result: result },
  }
}

function evidence({ id, name, kind, size, sha256 }: Part<'evidence'>): Worded {
  const fields = { Kind: kindNames[kind].toLowerCase(), Size: formatBytes(Number(size)), 'SHA-256': sha256 ?? 'none' }
  return { key: id, where: `Evidence “${name}”`, fields }
}

/** What a citation can point at by id, in words. */
function namesOf({ findings, evidence: items }: SnapshotBody): ReadonlyMap<string, string> {
  return new Map([
    ...findings.map(({ id, title }) => [id, `the finding “${title}”`] as const),
    ...items.map(({ id, name }) => [id, `“${name}”`] as const),
  ])
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
const someOf = (ids: readonly string[]) => ids.slice(0, 10).join(', ') + (ids.length > 10 ? ' and others' : '')
