/** One line of the responses as they are kept: an exchange, the prompt it was for, what it meant, and the answer read from it. */

import type { Exchange } from './exchange'

export type Answer = {
  text: string
  /** As the endpoint says it: stop, length, content-filter … */
  finish: string
  tokens: { input: number | null; output: number | null }
  /** Settings that the endpoint does not know, in the SDK's words. */
  warnings: string[]
}

export type ResponseLine = Exchange & {
  schema: 'touchstone-response/1'
  promptId: string
  /** Counts from 1 in each round. */
  attempt: number
  round: number
  meaning: 'answer' | 'again' | 'give-up' | 'stop'
  why: string | null
  answer: Answer | null
}

/** Where a prompt stands after the lines so far. */
type Standing = { answered: boolean; givenUpIn: number | null }

/** What the lines so far add up to; `take` adds one. Requests and tokens are those of the round, which has its own budget. */
export class Tally {
  readonly prompts = new Map<string, Standing>()
  requests = 0
  tokens = 0
  answered = 0
  /** Why prompts were given up in this round, with how many for each. */
  readonly givenUp = new Map<string, number>()

  constructor(private readonly round: number) {}

  take({ promptId, meaning, round, answer, why }: ResponseLine): void {
    if (round === this.round) {
      if (meaning === 'give-up' && why !== null) this.givenUp.set(why, (this.givenUp.get(why) ?? 0) + 1)
      this.requests += 1
      this.tokens += (answer?.tokens.input ?? 0) + (answer?.tokens.output ?? 0)
    }
    const isAnswer = meaning === 'answer'
    if (isAnswer && !this.isAnswered(promptId)) this.answered += 1
    const givenUpIn = meaning === 'give-up' ? round : (this.prompts.get(promptId)?.givenUpIn ?? null)
    this.prompts.set(promptId, { answered: isAnswer || this.isAnswered(promptId), givenUpIn })
  }

  isAnswered(promptId: string): boolean {
    return this.prompts.get(promptId)?.answered === true
  }

  /** True when nothing more is to be asked of it in this round. */
  isSettled(promptId: string, round: number): boolean {
    return this.isAnswered(promptId) || this.prompts.get(promptId)?.givenUpIn === round
  }
}
