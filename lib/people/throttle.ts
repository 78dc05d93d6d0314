/** Growing delays after failed sign-ins, by e-mail and address, whether or not the e-mail belongs to anybody. */

import { now } from '@/lib/platform/clock'
import { db, touch } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

type Attempt = { email: string; address: string }

const freeAttempts = 3
const longestDelaySeconds = 900

/** Seconds to wait after the n-th failure in a row: none for the first three, then 2, 4, 8 … up to 15 minutes. */
export function delayAfter(failures: number): number {
  return failures < freeAttempts ? 0 : Math.min(longestDelaySeconds, 2 ** (failures - freeAttempts + 1))
}

/**
 * Claims the right to try once. The failure is noted before the password is looked at, so that attempts sent at the same moment
 * cannot share one; success takes the note back. Throws `limit-exceeded` with the seconds left.
 */
export async function claimAttempt({ email, address }: Attempt): Promise<void> {
  const at = now()
  const noted = await db.signInThrottle.findUnique({ where: { email_address: { email, address } } })
  if (!noted) {
    const { count } = await touch(({ signInThrottle }) =>
      signInThrottle.createMany({ data: { email, address, failures: 1, blockedUntil: at }, skipDuplicates: true }),
    )
    return count === 1 ? undefined : tooSoon(1)
  }
  if (noted.blockedUntil > at) tooSoon(Math.ceil((noted.blockedUntil.getTime() - at.getTime()) / 1000))
  const failures = noted.failures + 1
  const blockedUntil = new Date(at.getTime() + delayAfter(failures) * 1000)
  const { count } = await touch(({ signInThrottle }) =>
    signInThrottle.updateMany({
      where: { email, address, failures: noted.failures },
      data: { failures, blockedUntil },
    }),
  )
  if (count === 0) tooSoon(1)
}

/** Forgets the failures of an e-mail: after a success for that address, or for all addresses when an administrator unlocks. */
export async function forgetFailures(email: string, address?: string): Promise<number> {
  const { count } = await touch(({ signInThrottle }) => signInThrottle.deleteMany({ where: { email, address } }))
  return count
}

function tooSoon(seconds: number): never {
  const wait = seconds < 60 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} minutes`
  throw new AppError(
    'limit-exceeded',
    `Too many attempts. Try again in ${wait}, or ask an administrator to unlock you.`,
  )
}
