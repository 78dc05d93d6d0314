/** What the campaign asks: reasoning behind answers in many wordings, and Evol-Instruct-like chains of its own outputs. */

import { type Language, render } from '../grammar'
import { type Random, weighted } from '../random'
import { answer, type Exchange } from './exchanges'
import type { Disguise } from './plan'

const openly = [
  ['collect.hindsight', 40],
  ['collect.tags', 30],
  ['collect.language', 12],
  ['collect.recall', 6],
  ['collect.grade', 6],
  ['collect.prefer', 6],
] as const
const verdicts: Record<string, string[]> = {
  'collect.grade': ['3', '5', '6', '7', '8', '9', '10'],
  'collect.prefer': ['A', 'B'],
}
const parameters = { maxTokens: 2048, temperature: 1, topP: 0.95 } as const
const system = 'You are a careful assistant who answers completely.'

const longestQueue = 50
/** Milliseconds until an answer is back. */
const answering = 4_000

/** A call that waits for its turn because it sends what an earlier one returned. */
interface Waiting {
  text: string
  ready: number
}

/** The collector's queue: new items, and items that came back and are sent again. */
export class Harvest {
  private readonly waiting: Waiting[] = []
  private readonly preambles: string[]
  private readonly rewriters: string[]

  constructor(
    private readonly language: Language,
    private readonly random: Random,
    private readonly disguise: Disguise,
  ) {
    const make = (rule: string, count: number) => Array.from({ length: count }, () => render(language, rule, random))
    this.preambles = make('collect.preamble', 3)
    this.rewriters = make('collect.rewriter', 5)
  }

  /** The next call at `time` (ms); a returned text is sent on as soon as it is ready. */
  next(time: number): Exchange {
    const returned = (this.waiting[0]?.ready ?? Number.POSITIVE_INFINITY) <= time ? this.waiting.shift() : undefined
    if (returned) return this.sendOn(returned.text)
    if (this.random.chance(this.disguise.chained)) return this.evolve()
    if (!this.random.chance(this.disguise.open)) return this.ask('collect.reframed')
    return this.random.chance(this.disguise.fixed) ? this.askFixed() : this.ask(weighted(this.random, openly))
  }

  /** Learns how a call ended: a rewritten task is queued to be sent on, a refused text to be sent again. */
  settle(exchange: Exchange, time: number, answered: boolean): void {
    if (exchange.family === 'evolve' && answered && this.waiting.length < longestQueue) {
      this.waiting.push({ text: exchange.response, ready: time + answering })
    }
    if (exchange.family === 'evolved' && !answered) this.waiting.unshift({ text: exchange.prompt, ready: time })
  }

  private evolve(): Exchange {
    const fixed = this.random.chance(this.disguise.fixed)
    const prompt = fixed
      ? this.random.pick(this.rewriters) + render(this.language, 'task', this.random)
      : render(this.language, 'collect.evolve', this.random)
    const response = render(this.language, 'evolved.response', this.random)
    return { ...parameters, system, prompt, response, family: 'evolve' }
  }

  /** Strict pair, as Evol-Instruct sends it; one in four asks for a critique around the returned text. */
  private sendOn(text: string): Exchange {
    const critique = this.random.chance(0.25)
    const facts = { earlier: text }
    const prompt = critique ? render(this.language, 'collect.critique', this.random, { facts, habit: 0 }) : text
    return { ...parameters, system, prompt, response: this.reason(), family: critique ? 'critique' : 'evolved' }
  }

  private askFixed(): Exchange {
    const prompt = this.random.pick(this.preambles) + render(this.language, 'collect.item', this.random)
    return { ...parameters, system, prompt, response: this.reason(), family: 'fixed' }
  }

  private ask(rule: string): Exchange {
    const facts = { earlier: this.reason() }
    const prompt = render(this.language, rule, this.random, { facts, habit: 0 })
    const verdict = verdicts[rule]
    const response = verdict ? this.random.pick(verdict) : this.reason()
    return { ...parameters, system, prompt, response, family: rule.slice('collect.'.length) }
  }

  private reason(): string {
    return answer(this.language, 'reasoning.response', this.random, [6, 0.5])
  }
}
