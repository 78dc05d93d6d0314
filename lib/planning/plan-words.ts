/** What a result owes to its plan, in sentences for exports and findings. Pure. */

import type { PlanFollowed } from '@/lib/comparison/plan-followed'

/** Whether it was run as registered, then each difference, then what limits how much that shows; none without a plan. */
export function planSentences(followed: PlanFollowed | undefined): string[] {
  return followed ? [registeredSentence(followed), ...followed.differences, ...followed.notes] : []
}

/** "Run as registered: plan “…”, version 2, SHA-256 …, registered 2026-11-23T20:00:00.000Z."; of a file only name and hash. */
export function registeredSentence({ asRegistered, name, version, sha256, registeredAt }: PlanFollowed): string {
  const head = asRegistered ? 'Run as registered' : 'Not run as registered, and it says below how it differs'
  const parts = [
    `plan “${name}”`,
    ...(version === null ? [] : [`version ${version}`]),
    `SHA-256 ${sha256}`,
    ...(registeredAt === null ? [] : [`registered ${registeredAt}`]),
  ]
  return `${head}: ${parts.join(', ')}.`
}
