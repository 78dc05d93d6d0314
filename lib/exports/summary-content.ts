/** What a case summary says, as one value: the PDF is set from it, and the JSON is its canonical text. No privileged note can be in it. */

import { findingsForExport } from '@/lib/analysis/findings/finding-queries'
import { within } from '@/lib/platform/access'
import type { Actor, PersonActor } from '@/lib/platform/actor'
import { AppError } from '@/lib/platform/errors'
import { found } from '@/lib/platform/policy'
import { presentSnapshot } from '@/lib/review/queries'
import { type StepTaken, stepsTaken } from '@/lib/review/steps-taken'
import type { CaseState, Severity } from '@/prisma/generated/enums'
import { type ChainPosition, lastMaterialEvent } from './chain-position'
import { citedRows, type RowsOfExhibit } from './cited-rows'
import type { SummaryOptions } from './schema'
import { type SummaryClaim, summaryClaims } from './summary-claims'
import { type Exhibit, type SetAside, summaryExhibits } from './summary-exhibits'
import { type SummaryExplanation, summaryExplanations } from './summary-explanations'
import { type SummaryFinding, summaryFindings } from './summary-findings'
import { type SummaryReader, summaryReader } from './summary-reader'
import { type SummaryDecision, standingApprovals, summaryDecisions } from './summary-review'
import { type SummaryAccount, type SummarySubject, summarySubjects } from './summary-subjects'
import { type Watermark, watermarkOf } from './watermark'

/** Raised when the shape of the content or the look of the PDF changes: the same content then gives other bytes. */
export const rendererVersion = '4'

export type SummaryContent = {
  format: 'touchstone-case-summary'
  version: typeof rendererVersion
  watermark: { mark: Watermark; because: string }
  case: {
    number: string
    title: string
    state: CaseState
    severity: Severity
    facts: string
    owner: string
    filer: string
    outcome: string | null
    outcomeNote: string | null
  }
  /** The last material event: the only date on a summary, and its place in the chain. */
  asOf: ChainPosition
  /** SHA-256 of the snapshot now, and of the one that standing approvals are over. */
  snapshot: { present: string; approved: string | null }
  subjects: SummarySubject[]
  claims: SummaryClaim[]
  explanations: SummaryExplanation[]
  findings: SummaryFinding[]
  decisions: SummaryDecision[]
  /** What was done after the decision: the action with its notice, the closing with its note. */
  steps: StepTaken[]
  exhibits: Exhibit[]
  setAside: SetAside[]
  appendices: {
    /** Null when it was left out. */
    accounts: { subject: string; accounts: SummaryAccount[] }[] | null
    rows: RowsOfExhibit[] | null
  }
}

/**
 * The content of the case in the actor's scope. It is of one moment: when somebody changes the case meanwhile it is read again, and
 * refused as `conflict` when that does not end.
 */
export async function summaryContent(
  actor: PersonActor,
  { number, ...options }: { number: string } & SummaryOptions,
): Promise<SummaryContent> {
  const { id } = await caseOf(actor, number)
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = await momentOf(actor, { id, number })
    const content = await contentAt(actor, { id, number, options, ...before })
    const after = await momentOf(actor, { id, number })
    if (before.asOf.hash === after.asOf.hash && before.snapshot === after.snapshot) return content
  }
  throw new AppError('conflict', 'The case is being changed at this moment. Export it again in a minute.')
}

type Moment = { asOf: ChainPosition; snapshot: string }

async function momentOf(actor: PersonActor, { id, number }: { id: string; number: string }): Promise<Moment> {
  const [asOf, { hash }] = await Promise.all([lastMaterialEvent(summaryReader, id), presentSnapshot(actor, number)])
  return { asOf, snapshot: hash }
}

type At = Moment & { id: string; number: string; options: SummaryOptions }

async function contentAt(actor: PersonActor, { id, number, options, asOf, snapshot }: At): Promise<SummaryContent> {
  const from = summaryReader
  const { stale, ...head } = await caseOf(actor, number)
  const measured = await findingsForExport(actor, id)
  const { exhibits, setAside, numberOf } = await summaryExhibits(from, {
    caseId: id,
    number,
    findings: measured,
  })
  const aside = new Set(setAside.map(({ exhibit }) => exhibit))
  const standing = new Map([...numberOf].filter(([, exhibit]) => !aside.has(exhibit)))
  const [subjects, { claims, rows }, explanations, decisions, steps, approvals] = await Promise.all([
    summarySubjects(from, id),
    summaryClaims(from, { caseId: id, standing }),
    summaryExplanations(from, id),
    summaryDecisions(from, id),
    stepsTaken(from, { caseId: id }),
    standingApprovals(from, id),
  ])
  const { id: _, owner, filer, ...facts } = head
  return {
    ...{ format: 'touchstone-case-summary', version: rendererVersion, asOf },
    watermark: watermarkOf({ ...facts, stale, snapshot, approvals }),
    case: { ...facts, owner: owner.name, filer: filer.name },
    snapshot: { present: snapshot, approved: approvals.at(-1)?.snapshot ?? null },
    subjects: subjects.map(({ subject }) => subject),
    ...{ claims, explanations, findings: summaryFindings(measured, numberOf) },
    ...{ decisions, steps: steps.map(({ at: _at, ...step }) => step), exhibits, setAside },
    appendices: {
      accounts: options.accounts
        ? subjects.map(({ subject, accounts }) => ({ subject: subject.name, accounts }))
        : null,
      rows: options.rows ? await citedRows(from, { caseId: id, cited: rows }) : null,
    },
  }
}

async function caseOf(actor: Actor, number: string, from: SummaryReader = summaryReader) {
  const person = { select: { name: true } } as const
  const row = await from.case.findFirst({
    where: { AND: [within(actor), { number }] },
    select: {
      ...{ id: true, number: true, title: true, state: true, severity: true, facts: true, stale: true },
      ...{ outcome: true, outcomeNote: true, owner: person, filer: person },
    },
  })
  return found(row, 'case')
}
