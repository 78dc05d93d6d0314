/** Tells Langfuse's observations from its traces, in the names of its export and of its API. */

import type { SourceRecord } from './log-format'
import { hasAll, hasAny } from './record-shape'

/** True for a step of a trace: a generation, a span or an event. */
export const isObservation = (record: SourceRecord): boolean =>
  hasAny(record, 'trace_id', 'traceId') &&
  hasAny(record, 'start_time', 'startTime') &&
  hasAny(
    record,
    'provided_model_name',
    'providedModelName',
    'usage_details',
    'usageDetails',
    'model_parameters',
    'modelParameters',
  ) &&
  !hasAny(record, 'call_type', 'custom_llm_provider')

/** True for a trace: whose it was, and of which session. */
export const isTrace = (record: SourceRecord): boolean =>
  hasAll(record, 'id', 'timestamp') &&
  hasAny(record, 'project_id', 'projectId', 'bookmarked') &&
  hasAny(record, 'user_id', 'userId', 'session_id', 'sessionId') &&
  hasAny(record, 'bookmarked', 'public', 'release', 'tags')
