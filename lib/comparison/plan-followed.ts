/** What a result says about the plan that it names: which one, and whether it was run as registered. */

export type PlanFollowed = {
  /** Null, as version and time are, where the plan came as a file: the record of its case holds them. */
  planId: string | null
  name: string
  version: number | null
  /** SHA-256 of the plan's canonical JSON, and when it was registered (ISO 8601). */
  sha256: string
  registeredAt: string | null
  /** The file of the case that the plan takes its prompts from; null where it leaves them open, absent in results of before. */
  promptsFrom?: string | null
  asRegistered: boolean
  /** Where the run departs from the plan, in sentences. */
  differences: string[]
  /** What limits how much the registration shows, in sentences. */
  notes: string[]
}
