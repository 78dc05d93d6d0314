/** Puts all open prompts of a collection to its model, several at a time, until done, paused, spent or out of its slice of time. */

import { askPrompt } from './ask-prompt'
import type { CollectionRequest, Prompt } from './collection-request'
import { type Asked, endpointModel } from './endpoint-model'
import type { Exchange } from './exchange'
import { type Guard, guardedFetch } from './guarded-fetch'
import type { ResponseLine, Tally } from './response-line'
import { givenUpFor, type Meaning, type Patience } from './retry-rules'

/** How an asking ended: nothing open any more; for a reason that a person has to mend; or only for now. */
export type Ending =
  | { kind: 'settled' }
  | { kind: 'paused'; why: string }
  | { kind: 'later' }
  | { kind: 'told-to-stop' }

export type AllAsking = {
  request: CollectionRequest
  endpoint: Asked
  guard: Guard
  patience: Patience
  round: number
  prompts: readonly Prompt[]
  tally: Tally
  /** False once a person paused or ended it. Asked at most once a second. */
  isWanted: () => Promise<boolean>
  /** Keeps a line; resolves once it is on disk. */
  keep: (line: ResponseLine) => Promise<void>
  /** Milliseconds after which the rest is left for a later slice. */
  sliceMs: number
}

const lookEveryMs = 1000
const napMs = 250

/** Asks until something ends it. Each lane finishes the request that it has sent, so that no answer is thrown away. */
export async function askAll(asking: AllAsking): Promise<Ending> {
  const { request, prompts, tally, round } = asking
  const open = prompts.filter(({ id }) => !tally.isSettled(id, round))
  const run = new Run(asking)
  const lanes = Math.min(request.pace.concurrency, open.length)
  await Promise.all(Array.from({ length: lanes }, () => lane(asking, run, open)))
  return run.ending ?? { kind: 'settled' }
}

async function lane(asking: AllAsking, run: Run, open: Prompt[]): Promise<void> {
  const { request, endpoint, guard, patience, round } = asking
  let last: Exchange | null = null
  let notBefore = 0
  const { fetch, close } = guardedFetch(guard, (exchange) => {
    last = exchange
  })
  const model = await endpointModel(endpoint, request.modelId, fetch)
  const takeExchange = () => {
    const taken = last
    last = null
    return taken
  }
  const holdFor = (ms: number, everyLane: boolean) => {
    notBefore = performance.now() + ms
    if (everyLane) run.notBefore = Math.max(run.notBefore, notBefore)
  }
  const shared = { model, sampling: request.sampling, round, patience, takeExchange, holdFor }
  const mayAsk = () => run.mayAsk(() => notBefore)
  try {
    for (let prompt = open.shift(); prompt && !run.ending; prompt = open.shift()) {
      const meaning = await askPrompt({ ...shared, mayAsk, keep: (line) => run.keep(line) }, prompt)
      if (meaning?.kind === 'stop') run.end({ kind: 'paused', why: meaning.why })
      if (meaning) run.noteMeaning(meaning)
    }
  } finally {
    close()
  }
}

/** So many prompts given up one after another are no accident. */
const tooManyInARow = 10

/** What the lanes of one asking share: the budget, the pause that the endpoint wants, and why it ended. */
class Run {
  ending: Ending | null = null
  notBefore = 0
  private readonly until: number
  private lookedAt = performance.now()
  private underWay = 0
  private givenUpInARow = 0

  constructor(private readonly asking: AllAsking) {
    this.until = performance.now() + asking.sliceMs
  }

  end(ending: Ending): void {
    this.ending ??= ending
  }

  noteMeaning(meaning: Meaning): void {
    this.givenUpInARow = meaning.kind === 'give-up' ? this.givenUpInARow + 1 : 0
    if (meaning.kind !== 'give-up' || this.givenUpInARow < tooManyInARow) return
    const why = `${tooManyInARow} prompts in a row got no answer, the last because of ${givenUpFor(meaning.why)}. See that the endpoint answers, then go on.`
    this.end({ kind: 'paused', why })
  }

  /** Counts the line's request as done, once it is on disk. */
  async keep(line: ResponseLine): Promise<void> {
    await this.asking.keep(line)
    this.asking.tally.take(line)
    this.underWay -= 1
  }

  /** Waits for its turn and takes one request of the budget; false when nothing more is to be asked now. */
  async mayAsk(laneNotBefore: () => number): Promise<boolean> {
    for (;;) {
      await this.look()
      if (this.ending) return false
      const wait = Math.max(this.notBefore, laneNotBefore()) - performance.now()
      if (wait <= 0) break
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, napMs)))
    }
    const spent = this.spent()
    if (spent !== null) this.end({ kind: 'paused', why: spent })
    if (this.ending) return false
    this.underWay += 1
    return true
  }

  private async look(): Promise<void> {
    if (performance.now() > this.until) this.end({ kind: 'later' })
    if (performance.now() - this.lookedAt < lookEveryMs) return
    this.lookedAt = performance.now()
    if (!(await this.asking.isWanted())) this.end({ kind: 'told-to-stop' })
  }

  private spent(): string | null {
    const { request, tally } = this.asking
    const { requests, tokens } = request.budget
    if (requests !== null && tally.requests + this.underWay >= requests)
      return `Its budget of ${requests} requests is used up.`
    return tokens !== null && tally.tokens >= tokens ? `Its budget of ${tokens} tokens is used up.` : null
  }
}
