/** A registered plan that came as a file: read, hashed as it was when it was frozen, and held against the hash that somebody wrote down. */

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toHex } from '@/lib/custody/hex'
import { AppError } from '@/lib/platform/errors'
import { planHash, planText, readPlan } from './plan'
import type { Registered } from './plan-differences'

/**
 * The plan of the file at `path`, named after it. The hash is over its canonical JSON, so that white space does not matter. Throws
 * `invalid-input` when it is no plan, or when `sha256` (hex) is given and it is another one.
 */
export async function readPlanFile(path: string, sha256?: string): Promise<Registered> {
  const plan = planOf(path, await textOf(path))
  const found = toHex(planHash(planText(plan)))
  if (sha256 !== undefined && sha256.toLowerCase() !== found)
    throw new AppError(
      'invalid-input',
      `The plan in ${path} has the SHA-256 ${found}, and ${sha256} was registered: it is another plan, or was changed since.`,
    )
  const name = basename(path).replace(/\.json$/, '')
  return { id: null, name, version: null, sha256: found, registeredAt: null, plan }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new AppError('not-found', `The plan ${path} cannot be read: check the path and your rights to it.`, { cause })
  }
}

function planOf(path: string, text: string) {
  try {
    return readPlan(text)
  } catch (cause) {
    throw new AppError(
      'invalid-input',
      `${path} is not a registered plan: take the JSON that the plan’s page gives out, as it is.`,
      { cause },
    )
  }
}
