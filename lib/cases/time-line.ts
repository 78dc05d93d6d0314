/** What lay beside what in time, for one case: traffic, conduct, terms in force, and the steps of the case. */

import type { SpanRow } from '@/lib/charts/span-chart'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { formatDate } from '@/lib/platform/format-time'

const day = 86_400_000
const steps: Record<string, string> = {
  'case.filed': 'filed',
  'case.submitted': 'submitted',
  'case.approved': 'approved',
  'case.dismissed': 'dismissed',
  'case.actioned': 'action carried out',
  'case.closed': 'closed',
}

/** Rows for `spanChart`; empty when nothing but the filing has a date. */
export async function caseTimeLine(actor: PersonActor, caseId: string): Promise<SpanRow[]> {
  const where = { caseId, case: within(actor) }
  const [datasets, claims, events] = await Promise.all([sealedDatasets(where), datedClaims(where), stepsTaken(where)])
  if (datasets.length + claims.length === 0) return []
  return [
    ...trafficRow(datasets),
    ...claims.map(conductRow),
    ...termsRows(claims.map(({ clause }) => clause.version)),
    stepsRow(events),
  ]
}

type Where = { caseId: string; case: ReturnType<typeof within> }

function sealedDatasets(where: Where) {
  return db.dataset.findMany({
    where: { ...where, evidence: { state: 'SEALED' } },
    select: { from: true, until: true, evidence: { select: { name: true } } },
  })
}

function datedClaims(where: Where) {
  const version = { select: { label: true, inForceFrom: true, inForceUntil: true } }
  return db.claim.findMany({
    where,
    orderBy: { position: 'asc' },
    select: { conductFrom: true, conductUntil: true, clause: { select: { number: true, version } } },
  })
}

function stepsTaken(where: Where) {
  return db.event.findMany({
    where: { ...where, type: { in: Object.keys(steps) } },
    orderBy: { seq: 'asc' },
    select: { type: true, at: true },
  })
}

function trafficRow(datasets: Awaited<ReturnType<typeof sealedDatasets>>): SpanRow[] {
  const spans = datasets.flatMap(({ from, until, evidence }) =>
    from && until ? [spanOf(from.getTime(), until.getTime(), evidence.name)] : [],
  )
  return spans.length > 0 ? [{ label: 'Traffic in the logs', spans, focus: true }] : []
}

function conductRow(claim: Awaited<ReturnType<typeof datedClaims>>[number]): SpanRow {
  const { conductFrom, conductUntil, clause } = claim
  return {
    label: `Conduct, ${clause.number}`,
    spans: [spanOf(conductFrom.getTime(), conductUntil.getTime() + day, `alleged breach of ${clause.number}`)],
    focus: true,
  }
}

function stepsRow(events: Awaited<ReturnType<typeof stepsTaken>>): SpanRow {
  const spans = events.map(({ type, at }) => ({
    from: at.getTime(),
    until: at.getTime(),
    about: `${steps[type]} ${formatDate(at, 'UTC')}`,
  }))
  return { label: 'Steps of the case', spans, focus: true }
}

type Version = { label: string; inForceFrom: Date; inForceUntil: Date | null }

function termsRows(versions: Version[]): SpanRow[] {
  return [...new Map(versions.map((version) => [version.label, version])).values()].map(
    ({ label, inForceFrom, inForceUntil }) => ({
      label: `Terms of ${label}`,
      spans: [
        {
          from: inForceFrom.getTime(),
          until: inForceUntil && inForceUntil.getTime() + day,
          about: `in force from ${formatDate(inForceFrom, 'UTC')}`,
        },
      ],
    }),
  )
}

function spanOf(from: number, until: number, name: string) {
  return {
    from,
    until,
    about: `${name}, ${formatDate(new Date(from), 'UTC')} to ${formatDate(new Date(until - 1), 'UTC')}`,
  }
}
