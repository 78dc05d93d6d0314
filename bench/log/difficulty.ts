/** How well campaigns hide: each habit goes on a straight line from a careless campaign (0) to one that hides in everything (1). */

export interface Disguise {
  /** Mean rows of a campaign account as a multiple of those of the mean account. */
  volume: number
  /** Log-normal spread of those volumes; they are kept between the ordinary quartiles as far as `ordinary` says. */
  spread: number
  /** How far volumes, hours and lengths are fitted to those of ordinary accounts: 0 not at all, 1 always. */
  ordinary: number
  /** Share of those rows that are ordinary customers' traffic. */
  cover: number
  /** Applications of customers that one account sends as cover. */
  applications: number
  /** Share of the campaign's calls that its own round-the-clock workers time; the rest waits for the account's hours. */
  clock: number
  /** Hours a day in which the workers use one account; together the accounts cover the clock. */
  window: number
  /** Share of reasoning calls worded openly, the rest is reframed. */
  open: number
  /** Share of calls with one of the collector's few long instructions; the rest takes one of many short ones. */
  fixed: number
  /** Short wordings of each family of calls. */
  wordings: number
  /** Chance that a refused call is sent again as it was. */
  retry: number
  /** Share of calls refused with 429. */
  throttled: number
  /** Chance that an account uses the campaign's network, client, e-mail domains, parameters and system prompt. */
  network: number
  client: number
  domain: number
  parameters: number
  /** Share of accounts that share a payment, in groups of at most three. */
  payment: number
  /** Days over which the accounts were made. */
  creationDays: number
  /** Share of calls that goes to a new model within hours of its release. */
  pivot: number
}

const curve: Record<keyof Disguise, readonly [careless: number, hidden: number]> = {
  volume: [1.5, 0.6],
  spread: [0.5, 0.25],
  ordinary: [0, 1],
  cover: [0.1, 0.72],
  applications: [1, 6],
  clock: [1, 0],
  window: [24, 10],
  open: [0.95, 0.3],
  fixed: [0.9, 0],
  wordings: [2, 6],
  retry: [1, 0],
  throttled: [0.02, 0.006],
  network: [0.9, 0],
  client: [0.9, 0],
  domain: [0.9, 0],
  parameters: [1, 0],
  payment: [1, 0.7],
  creationDays: [4, 150],
  pivot: [0.7, 0.1],
}

/** What campaigns do at a difficulty between 0 and 1. */
export function disguiseOf(difficulty: number): Disguise {
  const entries = Object.entries(curve).map(([name, [careless, hidden]]) => [
    name,
    careless + (hidden - careless) * difficulty,
  ])
  return Object.fromEntries(entries) as Disguise
}
