/** What one request of an ordinary customer asks and what it is answered, by the application that sends it. */

import { type Language, render, type Voice } from '../grammar'
import type { Random } from '../random'
import type { Account } from './account'
import type { Application } from './applications'

export interface Exchange {
  system: string | null
  prompt: string
  response: string
  maxTokens: number | null
  temperature: number | null
  topP: number | null
  /** What the text is: the kind of application, or the family of a campaign's call. */
  family: string
  /** The part of a campaign's prompt that says what to do, '' when there is none. */
  instruction?: string
}

/** Kinds of application whose requests carry the turns before. */
export const conversational = new Set(['chat', 'foreign', 'support', 'study'])

const longestPaste = 60
const longestAnswer = 40

/** Where customers left off: the place in a fixed prompt set, the draft that waits to be polished. */
export class Customers {
  private readonly places = new Map<Application, number>()
  private readonly drafts = new Map<Application, string>()

  constructor(private readonly language: Language) {}

  /** The next exchange of an account; its first application carries most of the traffic. */
  next(account: Account): Exchange {
    const { text, applications } = account
    const first = applications.length === 1 || (applications.length < 4 && text.chance(0.6))
    const application = (first ? applications[0] : text.pick(applications)) as Application
    const prompt = this.promptOf(application, text)
    const response = answer(this.language, application.kind.response, text, application.kind.answer, application.voice)
    if (application.name === 'pipeline' && !this.drafts.delete(application)) this.drafts.set(application, response)
    const { system, maxTokens, temperature, topP, name: family } = application
    return { system, prompt, response, maxTokens, temperature, topP, family }
  }

  private promptOf(application: Application, text: Random): string {
    const { kind, voice, fixed, paste } = application
    const draft = this.drafts.get(application)
    if (draft !== undefined) return `${voice.facts.polish}\n\n${draft}`
    if (fixed) {
      const place = this.places.get(application) ?? 0
      this.places.set(application, (place + 1) % fixed.length)
      return fixed[place] as string
    }
    let prompt = render(this.language, kind.prompt, text, voice)
    if (kind.paste && paste) {
      const [, median, spread] = kind.paste
      const first = application.name === 'translate' || application.name === 'foreign' ? 0 : 1
      for (let i = drawLength(text, median, spread, longestPaste); i > first; i--)
        prompt += ` ${render(this.language, paste, text, voice)}`
    }
    return prompt
  }
}

/** Sentences of a rule, as many as a log-normal length says. */
export function answer(
  language: Language,
  rule: string,
  random: Random,
  length: readonly [number, number],
  voice?: Voice,
): string {
  let text = render(language, rule, random, voice)
  for (let i = drawLength(random, length[0], length[1], longestAnswer) - 1; i > 0; i--)
    text += ` ${render(language, rule, random, voice)}`
  return text
}

/** A whole number from 1 to `longest` of log-normal size. */
export const drawLength = (random: Random, median: number, spread: number, longest: number) =>
  Math.min(longest, Math.max(1, Math.round(random.logNormal(median, spread))))
