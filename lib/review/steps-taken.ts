/** What was done about a case after its decision, as the record holds it: the action with its notice, and the closing. */

import type { EventData } from '@/lib/custody/events'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db, type Reader } from '@/lib/platform/db'
import { actions, closingOutcomes } from './schema'

/** `text` is the notice as it went out, or the closing note. */
export type StepTaken = { kind: 'action' | 'closing'; done: string; text: string; by: string }

const read = {
  'case.actioned': ({ action, notice }: EventData['case.actioned']) =>
    ({ kind: 'action', done: inWords(actions, action), text: notice }) as const,
  'case.closed': ({ outcome, note }: EventData['case.closed']) =>
    ({ kind: 'closing', done: inWords(closingOutcomes, outcome), text: note }) as const,
}

/** The steps in the order in which they were taken; also those before a reopening, since they were done. */
export async function stepsTaken(
  from: Pick<Reader, 'event'>,
  where: { caseId: string; case?: ReturnType<typeof within> },
) {
  const events = await from.event.findMany({
    where: { ...where, type: { in: Object.keys(read) } },
    orderBy: { seq: 'asc' },
    select: { at: true, type: true, actor: { select: { name: true } }, payload: { select: { text: true } } },
  })
  return events.flatMap(({ at, type, actor, payload }) => {
    if (!payload) return []
    const step = read[type as keyof typeof read](JSON.parse(payload.text).data)
    return [{ ...step, at, by: actor?.name ?? 'Touchstone' }]
  })
}

/** The steps of a case in the actor's scope. */
export function caseSteps(actor: PersonActor, caseId: string) {
  return stepsTaken(db, { caseId, case: within(actor) })
}

function inWords(names: Record<string, string>, key: string): string {
  return names[key] ?? key
}

export type CaseStep = Awaited<ReturnType<typeof caseSteps>>[number]
