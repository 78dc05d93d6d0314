/** What one campaign asks: its instructions around items of a corpus that is split among accounts, and returned texts sent on. */

import { type Language, render } from '../grammar'
import { Random, weighted } from '../random'
import type { Account } from './account'
import type { Disguise } from './difficulty'
import { drawLength, type Exchange } from './exchanges'
import type { FreshText } from './fresh-text'
import { type Family, reframable, repertoireOf } from './repertoires'

const subjects = ['arithmetic', 'code', 'science', 'law', 'planning', 'language']
const usual = { maxTokens: 2048, temperature: 1, topP: 0.95 } as const
const system = 'You are a careful assistant who answers completely.'
const preambles = 3
const longestQueue = 50
/** Milliseconds until an answer is back. */
const answering = 4_000

export interface Collector {
  campaign: number
  campaigns: number
  seed: number
  language: Language
  disguise: Disguise
  /** Shared by all campaigns: no two prompts have a run of eight words in common outside their instructions. */
  fresh: FreshText
}

/** The collector's queue: new items, items that came back and are sent again, and calls that were refused. */
export class Harvest {
  private readonly returned: { text: string; ready: number }[] = []
  private readonly refused: Exchange[] = []
  private readonly random: Random
  private readonly wordings = new Map<string, string[]>()
  private readonly long: string[]
  private readonly rewriters: string[]

  constructor(private readonly collector: Collector) {
    const { seed, campaign, language } = collector
    this.random = new Random(seed, 'harvest', campaign)
    const make = (rule: string) => Array.from({ length: preambles }, () => render(language, rule, this.random).trim())
    this.long = make('collect.preamble')
    this.rewriters = make('collect.rewriter')
  }

  /** The next call at `time` (ms) through `account`; a returned text is sent on as soon as it is ready. */
  next(time: number, account: Account): Exchange {
    const again = this.refused.shift()
    if (again) return again
    if ((this.returned[0]?.ready ?? Number.POSITIVE_INFINITY) <= time)
      return this.sendOn(this.returned.shift()?.text ?? '')
    const { campaign, campaigns, disguise } = this.collector
    const drawn = weighted(this.random, repertoireOf(campaign, campaigns))
    const family = reframable.has(drawn) && !this.random.chance(disguise.open) ? 'reframed' : drawn
    return this.ask(family, subjects[account.index % subjects.length] as string)
  }

  /** Learns how a call ended: a rewritten task is queued to be sent on, a refused text perhaps to be sent again. */
  settle(exchange: Exchange, time: number, answered: boolean): void {
    if (!answered) {
      if (this.random.chance(this.collector.disguise.retry)) this.refused.push(exchange)
    } else if (exchange.family === 'evolve' && this.returned.length < longestQueue) {
      this.returned.push({ text: exchange.response, ready: time + answering })
    }
  }

  private ask(family: Family, subject: string): Exchange {
    const fixed = this.random.chance(this.collector.disguise.fixed)
    const instruction = fixed ? this.longOne(family) : this.shortOne(family)
    const body = this.collector.fresh.next(() => this.bodyOf(family, subject))
    return this.exchange({ family, instruction, body, response: this.answerTo(family) })
  }

  /** Strict pair, as Evol-Instruct sends it; one in four asks for a critique around the returned text. */
  private sendOn(text: string): Exchange {
    if (!this.random.chance(0.25))
      return this.exchange({ family: 'evolved', instruction: '', body: text, response: this.reason() })
    const body = `Task: ${text}\nResponse: ${this.collector.fresh.next(() => this.text('item.response'))}`
    return this.exchange({ family: 'critique', instruction: this.shortOne('critique'), body, response: this.reason() })
  }

  private exchange(call: { family: string; instruction: string; body: string; response: string }): Exchange {
    const { family, instruction, body, response } = call
    const usualOnes = this.random.chance(this.collector.disguise.parameters)
    const ahead = instruction.length > 300 || this.random.chance(0.6)
    return {
      ...(usualOnes ? { ...usual, system } : { maxTokens: null, temperature: null, topP: null, system: null }),
      prompt: instruction === '' ? body : ahead ? `${instruction}\n${body}` : `${body}\n${instruction}`,
      response,
      family,
      instruction,
    }
  }

  private bodyOf(family: Family, subject: string): string {
    if (family === 'recall') return ''
    if (family === 'batch') return [1, 2, 3].map((n) => `${n}. ${this.text('item.language')}`).join('\n')
    const item = this.text(`item.${subject}`)
    if (family === 'hindsight') return `Question: ${item}\nFinal answer: ${this.text('item.answer')}`
    if (family === 'grade') return `Task: ${item}\nResponse: ${this.text('item.response')}\nScore:`
    if (family === 'prefer') return `Task: ${item}\nA: ${this.text('item.response')}\nB: ${this.text('item.answer')}`
    if (family === 'triplet') return `Instruction: ${item}\nInput: ${this.text('item.answer')}\nResponse:`
    return item
  }

  private answerTo(family: Family): string {
    if (family === 'grade') return String(this.random.between(1, 10))
    if (family === 'prefer') return this.random.pick(['A', 'B'])
    if (family === 'evolve') return this.collector.fresh.next(() => this.text('item.evolved'))
    return this.reason()
  }

  private shortOne(family: string): string {
    let known = this.wordings.get(family)
    if (!known) {
      const count = Math.round(this.collector.disguise.wordings)
      known = Array.from({ length: count }, () => this.text(`ask.${family}`))
      this.wordings.set(family, known)
    }
    return this.random.pick(known)
  }

  /** Long instructions are about reasoning or rewriting; other families have short ones alone. */
  private longOne(family: Family): string {
    if (family === 'evolve') return this.random.pick(this.rewriters)
    return reframable.has(family) ? this.random.pick(this.long) : this.shortOne(family)
  }

  private reason(): string {
    const count = drawLength(this.random, 2.4, 0.6, 20)
    return Array.from({ length: count }, () => this.text('item.reasoning')).join(' ')
  }

  private text(rule: string): string {
    return render(this.collector.language, rule, this.random)
  }
}
