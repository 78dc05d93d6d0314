/** The answers of one model out of the stored bytes that hold them. */

import type { ModelOutputs } from '@/lib/comparison/model-outputs'
import { readModelOutputs } from '@/lib/comparison/read-outputs'
import { AppError } from '@/lib/platform/errors'
import { openBlob } from '@/lib/platform/storage'
import { partOf } from './model-records'

type StoredModel = { name: string; model: string | null; evidenceName: string; sha256: string }

/** A file that is one model is read as it is; one of several models as if its records were the whole file. */
export async function outputsOf({ name, model, evidenceName, sha256 }: StoredModel): Promise<ModelOutputs> {
  const file = () => ({ name: evidenceName, bytes: openBlob(Buffer.from(sha256, 'hex')) })
  const whole = await readModelOutputs({ name, bytes: file().bytes })
  if (model === null || (whole.modelNames.length === 1 && whole.modelNames[0] === model)) return whole
  if (!whole.modelNames.includes(model)) {
    throw new AppError('invalid-input', `“${evidenceName}” holds no answers of ${model}. Choose its models anew.`)
  }
  return readModelOutputs({ name, bytes: partOf(file(), model) })
}
