/** How names of models are written in a plan's form, and read back from it: one a line. Pure and isomorphic. */

/** Lines without what is blank or said before. */
export function splitLines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}

export type Lineage = { lineage: string; models: string[] }

/** `Lineage: snapshot, snapshot`, or one name, which is a lineage of one. A colon inside a name needs no space after it. */
export function splitCandidates(text: string): Lineage[] {
  return splitLines(text).map((line) => {
    const at = line.indexOf(': ')
    if (at < 0) return { lineage: line, models: [line] }
    const models = line
      .slice(at + 2)
      .split(',')
      .map((name) => name.trim())
    return { lineage: line.slice(0, at).trim(), models: [...new Set(models)].filter((name) => name !== '') }
  })
}

/** The lines that `splitCandidates` reads. */
export function joinCandidates(candidates: readonly Lineage[]): string {
  return candidates
    .map(({ lineage, models }) =>
      models.length === 1 && models[0] === lineage ? lineage : `${lineage}: ${models.join(', ')}`,
    )
    .join('\n')
}

type Canary = { id: string; prompt: string; marker: string }

/** `marker => prompt`, one a line; lines without an arrow are left out. */
export function splitCanaries(text: string): Canary[] {
  return splitLines(text)
    .map((line) => [line, line.indexOf('=>')] as const)
    .filter(([, at]) => at > 0)
    .map(([line, at]) => ({ marker: line.slice(0, at).trim(), prompt: line.slice(at + 2).trim() }))
    .filter(({ marker, prompt }) => marker !== '' && prompt !== '')
    .map((canary, at) => ({ id: `canary-${at + 1}`, ...canary }))
}

export const joinCanaries = (canaries: readonly Canary[]): string =>
  canaries.map(({ marker, prompt }) => `${marker} => ${prompt}`).join('\n')
