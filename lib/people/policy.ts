/** Who may do what with people. */

import type { RoleName } from './schema'

export type PeopleVerb = 'see-people' | 'invite' | 'change-role' | 'deactivate' | 'reset' | 'unlock'

/** Why `actor` may not do `verb` (to `person`), or null. Only administrators manage people, and nobody their own role or state. */
export function whyNot(
  actor: { id: string | null; role: RoleName | 'SYSTEM' },
  verb: PeopleVerb,
  person?: { id: string },
): string | null {
  if (actor.role === 'SYSTEM') return null
  if (verb === 'see-people')
    return actor.role === 'ADMIN' || actor.role === 'AUDITOR'
      ? null
      : 'Only administrators and auditors see the list of people.'
  if (actor.role !== 'ADMIN') return 'Only an administrator manages people. Ask one of them.'
  if (person && person.id === actor.id && verb === 'change-role')
    return 'Nobody changes their own role. Ask another administrator.'
  if (person && person.id === actor.id && verb === 'deactivate')
    return 'Nobody deactivates themselves. Ask another administrator.'
  return null
}
