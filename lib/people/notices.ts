/** The notices about one's own access can be put away for the rest of a session. */

import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { touch } from '@/lib/platform/db'
import { noSession } from './sign-in'

/** Hides the notices in this session; the events stay in the record. */
export async function putAwayNotices(actor: PersonActor): Promise<void> {
  await touch(({ session }) =>
    session.updateMany({
      where: { id: actor.sessionId ?? noSession, personId: actor.id },
      data: { noticesReadAt: now() },
    }),
  )
}
