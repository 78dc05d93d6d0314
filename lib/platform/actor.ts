/** Who acts: a signed-in person, or the system itself on behalf of nobody. */

import type { Role } from '@/prisma/generated/enums'

export type PersonActor = {
  kind: 'person'
  id: string
  name: string
  email: string
  role: Role
  sessionId: string | null
  /** Where the request came from; null from the command line. */
  address: string | null
}

export type SystemActor = { kind: 'system'; id: null; name: string; role: 'SYSTEM'; address: string | null }

export type Actor = PersonActor | SystemActor

/** The worker, the seed and scheduled work. `name` says which, for the record. */
export function systemActor(name = 'Touchstone'): SystemActor {
  return { kind: 'system', id: null, name, role: 'SYSTEM', address: null }
}
