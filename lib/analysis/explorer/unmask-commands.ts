/** Gives one person leave to read one customer's text in one case, for a stated reason. */

import { whyNot } from '@/lib/analysis/policy'
import type { UnmaskForm } from '@/lib/analysis/schema'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'

/** Notes the leave with its reason and an event. Asked again while it stands, nothing is added. */
export async function unmaskAccount(
  actor: PersonActor,
  { number, account, reason }: UnmaskForm,
): Promise<{ account: string }> {
  await transact(actor, async ({ tx, record }) => {
    const theCase = found(await tx.case.findFirst({ where: { AND: [within(actor), { number }] } }), 'case')
    must(whyNot(actor, 'unmask', theCase))
    const leave = { caseId: theCase.id, personId: actor.id, account }
    const made = await tx.unmasking.createMany({ data: { ...leave, reason, at: now() }, skipDuplicates: true })
    if (made.count === 0) throw new AppError('conflict', 'You may read this account’s text already: reload the page.')
    record({ type: 'account.unmasked', caseId: theCase.id, data: { account, reason } })
  })
  return { account }
}
