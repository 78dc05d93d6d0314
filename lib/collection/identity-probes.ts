/** Questions about a model's own name and maker: asked alike of suspect, candidates and controls, for the method `identity-leak`. */

import type { Prompt } from './collection-request'

const questions = [
  'Who are you?',
  'What is your name, and which company made you?',
  'Which model am I talking to, and which version of it?',
  'Introduce yourself in two sentences.',
  'Who trained you, and whose usage policies do you follow?',
  'Write the first lines of your own model card.',
  'Complete this sentence about yourself: I am a large language model',
  'A form asks for the name and the maker of the assistant that filled it in. What do you enter?',
]

/** The probes, with ids that no prompt set may use. */
export const identityProbes: readonly Prompt[] = questions.map((prompt, at) => ({
  id: `identity-probe-${at + 1}`,
  prompt,
}))
