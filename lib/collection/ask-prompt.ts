/** Puts one prompt to a model until it has an answer, is given up, or all must stop; each exchange is kept before the next. */

import type { LanguageModelV3, LanguageModelV3GenerateResult } from '@ai-sdk/provider'
import type { Prompt, Sampling } from './collection-request'
import type { Exchange } from './exchange'
import type { Answer, ResponseLine } from './response-line'
import { type Meaning, meaningOf, type Patience } from './retry-rules'

export type Asking = {
  model: LanguageModelV3
  sampling: Sampling
  round: number
  patience: Patience
  /** The exchange that the last request of this lane made, once; null when none was made. */
  takeExchange: () => Exchange | null
  /** Resolves when the next request may be sent; false when none may be sent any more. */
  mayAsk: () => Promise<boolean>
  /** Nothing is asked before the time is over: by any lane when the endpoint itself wants the pause, else by this one. */
  holdFor: (ms: number, everyLane: boolean) => void
  keep: (line: ResponseLine) => Promise<void>
}

/** The meaning of the last exchange; null when it was told to stop before one settled the prompt. */
export async function askPrompt(asking: Asking, { id, prompt }: Prompt): Promise<Meaning | null> {
  for (let attempt = 1; ; attempt += 1) {
    if (!(await asking.mayAsk())) return null
    const answer = await readAnswer(asking, prompt)
    const exchange = asking.takeExchange()
    if (exchange === null) return { kind: 'stop', why: 'The request could not be formed for this endpoint.' }
    const meaning = meaningOf(exchange, answer !== null, attempt, asking.patience)
    const taken = meaning.kind === 'answer' ? answer : null
    const why = 'why' in meaning ? meaning.why : null
    const about = { promptId: id, attempt, round: asking.round, meaning: meaning.kind, why, answer: taken }
    await asking.keep({ schema: 'touchstone-response/1', ...exchange, ...about })
    if (meaning.kind !== 'again') return meaning
    asking.holdFor(meaning.waitMs, exchange.status === 429 || 'retry-after' in exchange.headers)
  }
}

/** The answer in the model's response, or null when there is none that can be read; the exchange says what came. */
async function readAnswer({ model, sampling }: Asking, prompt: string): Promise<Answer | null> {
  const { system, temperature, topP, maxOutputTokens, seed } = sampling
  try {
    const result = await model.doGenerate({
      prompt: [
        ...(system === '' ? [] : [{ role: 'system' as const, content: system }]),
        { role: 'user', content: [{ type: 'text', text: prompt }] },
      ],
      temperature: temperature ?? undefined,
      topP: topP ?? undefined,
      maxOutputTokens: maxOutputTokens ?? undefined,
      seed: seed ?? undefined,
    })
    return answerOf(result)
  } catch {
    return null
  }
}

/** An empty text is an answer only where the endpoint says that it ended so; else its body was not what the SDK takes it for. */
function answerOf({ content, finishReason, usage, warnings }: LanguageModelV3GenerateResult): Answer | null {
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('')
  const finish = finishReason.unified
  if (text === '' && !['stop', 'length', 'content-filter'].includes(finish)) return null
  return {
    text,
    finish: finishReason.raw ?? finish,
    tokens: { input: usage.inputTokens.total ?? null, output: usage.outputTokens.total ?? null },
    warnings: warnings.map((warning) => ('feature' in warning ? `${warning.type}: ${warning.feature}` : warning.type)),
  }
}
