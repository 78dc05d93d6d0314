/** Who keeps reference sets and calibrates. Pure and isomorphic. */

import type { Role } from '@/prisma/generated/enums'

const keepers: readonly (Role | 'SYSTEM')[] = ['ANALYST', 'LEAD', 'SYSTEM']

/** Why a person may not make or change a reference set or calibrate, or null: its material comes from cases that one works on. */
export function whyNotCalibrate({ role }: { role: Role | 'SYSTEM' }): string | null {
  return keepers.includes(role)
    ? null
    : 'Reference sets are made of model outputs of cases, so analysts and leads keep them. Ask one of them.'
}
