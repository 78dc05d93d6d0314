/** What is asked for when two logs are to be joined. Isomorphic. */

import { z } from 'zod'

export const joinLogs = z.object({ evidenceId: z.guid(), otherId: z.guid() })
export type JoinLogs = z.infer<typeof joinLogs>
