/** Langfuse traces: whose a conversation was, which completes the observations; no request of its own. */

import { isTrace } from './langfuse-shape'
import type { LogFormat } from './log-format'
import { filled, firstFilled } from './sql-values'

const either = (...names: string[]) => firstFilled(...names.map((name) => `r.${name}`))

export const langfuseTraces: LogFormat = {
  id: 'langfuse-traces',
  name: 'Langfuse traces',
  rows: 'events',
  recognises: isTrace,
  fields: ['id', 'timestamp', 'project_id', 'projectId', 'user_id', 'userId', 'session_id', 'sessionId'],
  steps: {},
  time: 'r.timestamp',
  columns: {
    request_id: filled('r.id'),
    session_id: either('session_id', 'sessionId'),
    org_id: either('project_id', 'projectId'),
    account_id: either('user_id', 'userId', 'project_id', 'projectId'),
    user_id: either('user_id', 'userId'),
  },
}
