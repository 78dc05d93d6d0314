/** Every job that the worker knows; a new handler is one import and one entry. */

import type { Handler } from './define-handler'
import { attachTableHandler } from './handlers/attach-table'
import { compareTableHandler } from './handlers/compare-table'
import { ingestLogHandler } from './handlers/ingest-log'
import { joinDatasetsHandler } from './handlers/join-datasets'
import { runCalibrationHandler } from './handlers/run-calibration'
import { runCollectionHandler } from './handlers/run-collection'
import { runComparisonHandler } from './handlers/run-comparison'
import { runSignalsHandler } from './handlers/run-signals'
import { sealEvidenceHandler } from './handlers/seal-evidence'
import { tidyUploadsHandler } from './handlers/tidy-uploads'

export const handlers: Handler[] = [
  attachTableHandler,
  compareTableHandler,
  ingestLogHandler,
  joinDatasetsHandler,
  runCalibrationHandler,
  runComparisonHandler,
  runSignalsHandler,
  sealEvidenceHandler,
  tidyUploadsHandler,
]

/** Jobs that may wait long for others: one runs at a time, and it keeps no other job waiting. */
export const handlersApart: Handler[] = [runCollectionHandler]

/** What runs by the clock, in UTC. */
export const timetable = '7 * * * * tidy-uploads'
