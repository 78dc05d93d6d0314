/** Reads a calibration profile: the one that ships, or one that `touchstone calibrate` wrote. */

import { readFile } from 'node:fs/promises'
import { fusionVersion } from '@/lib/comparison/methods/method-definitions'
import shipped from '@/lib/comparison/profiles/default.json'
import { AppError } from '@/lib/platform/errors'
import type { CalibrationProfile } from './calibration-profile'

/** The profile that ships with the program; null when it was made for another version of the fused methods. */
export const defaultProfile: CalibrationProfile | null = ofThisVersion(shipped as unknown as CalibrationProfile)

/**
 * The profile in the file at `path`. Throws `AppError` with a sentence when it cannot be read, is no profile, or was made
 * for another version of the fused methods.
 */
export async function readProfile(path: string): Promise<CalibrationProfile> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new AppError('not-found', `The profile ${path} cannot be read: check the path and your rights to it.`, {
      cause,
    })
  })
  return profileIn(path, text)
}

/** The same from the text of the profile called `path`. */
export function profileIn(path: string, text: string): CalibrationProfile {
  const value = parse(text)
  if (!isProfile(value)) {
    throw new AppError('invalid-input', `${path} is no calibration profile: make one with touchstone calibrate.`)
  }
  if (!ofThisVersion(value)) {
    throw new AppError(
      'invalid-input',
      `${path} was made for ${value.fusion} and this program has ${fusionVersion}: make it anew with touchstone calibrate.`,
    )
  }
  return value
}

function ofThisVersion(profile: CalibrationProfile): CalibrationProfile | null {
  return profile.fusion === fusionVersion ? profile : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isProfile(value: unknown): value is CalibrationProfile {
  const keys = ['id', 'fusion', 'coefficients', 'resampled', 'limits', 'figures', 'sameCandidate', 'scores', 'domain']
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}
