/** How a form names one model of one evidence item. */

export type ModelRef = { evidenceId: string; model: string | null }

/** `EVIDENCE/MODEL`, or `EVIDENCE` alone for a file that names no model. */
export function modelKey({ evidenceId, model }: ModelRef): string {
  return model === null ? evidenceId : `${evidenceId}/${model}`
}

/** The model that a key names; the name may itself hold slashes. */
export function readModelKey(key: string): ModelRef {
  const slash = key.indexOf('/')
  return slash < 0 ? { evidenceId: key, model: null } : { evidenceId: key.slice(0, slash), model: key.slice(slash + 1) }
}
