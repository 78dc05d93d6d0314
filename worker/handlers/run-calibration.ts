/** Calibrates on a reference set; run again, it starts anew and ends once. */

import { runCalibration } from '@/lib/calibration/calibrate-set'
import { runCalibrationJob } from '@/lib/calibration/jobs'
import { systemActor } from '@/lib/platform/actor'
import { defineHandler } from '../define-handler'

export const runCalibrationHandler = defineHandler(runCalibrationJob, ({ calibrationId }, { isLast }) =>
  runCalibration(systemActor('Calibration'), { calibrationId, isLastAttempt: isLast }),
)
