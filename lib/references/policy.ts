/** Who keeps the reference data of the installation. Pure and isomorphic. */

import type { Role } from '@/prisma/generated/enums'

const keepers: readonly (Role | 'SYSTEM')[] = ['ADMIN', 'LEAD', 'SYSTEM']

/** Why a person may not import or withdraw reference data, or null: it takes part in every case, so no single analyst chooses it. */
export function whyNotKeep({ role }: { role: Role | 'SYSTEM' }): string | null {
  return keepers.includes(role)
    ? null
    : 'Reference data takes part in the analyses of every case, so leads and administrators keep it. Ask one of them.'
}

/** Why it cannot be withdrawn any more, or null. */
export function whyNotWithdraw({ withdrawnAt }: { withdrawnAt: Date | null }): string | null {
  return withdrawnAt === null ? null : 'It is withdrawn already.'
}
