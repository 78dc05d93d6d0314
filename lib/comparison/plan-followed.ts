/** What a result says about the plan that it names: which one, and whether it was run as registered. */

export type PlanFollowed = {
  planId: string
  name: string
  version: number
  /** SHA-256 of the plan's canonical JSON, and when it was registered (ISO 8601). */
  sha256: string
  registeredAt: string
  asRegistered: boolean
  /** Where the run departs from the plan, in sentences. */
  differences: string[]
  /** What limits how much the registration shows, in sentences. */
  notes: string[]
}
