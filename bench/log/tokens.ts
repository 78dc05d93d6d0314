/** Tokens of texts, estimated by their length. */

import type { Exchange } from './exchanges'

/** Characters of English text per token, a rule of thumb. */
export const charactersPerToken = 4.1

export const tokens = (text: string) => Math.ceil(text.length / charactersPerToken)

/** Input with system prompt, and output as far as the limit lets it. */
export function tokensOf({ system, prompt, response, maxTokens }: Exchange): { input: number; output: number } {
  const whole = tokens(response)
  return { input: tokens(prompt) + (system ? tokens(system) : 0), output: Math.min(whole, maxTokens ?? whole) }
}
