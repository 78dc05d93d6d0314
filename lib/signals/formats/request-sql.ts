/** SQL over the body of a request to a model, in the dialects of OpenAI, Anthropic, Bedrock's Converse, Titan and Llama. */

import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import { hasHistory, messagesOf, partsText, promptOf, systemPromptOf, untypedPartsText } from './chat-sql'
import { decimal, filled, firstFilled, unsigned } from './sql-values'

const text = (...names: string[]) => names.map((name) => `${name} Nullable(String)`).join(', ')
const bodyType = `Tuple(${text('model', 'messages', 'system', 'instructions', 'input', 'prompt', 'inputText')},
  ${text('temperature', 'top_p', 'max_tokens', 'max_completion_tokens', 'max_output_tokens', 'max_gen_len', 'max_tokens_to_sample')},
  ${text('user', 'safety_identifier')}, metadata Tuple(${text('user_id')}),
  inferenceConfig Tuple(${text('maxTokens', 'temperature', 'topP')}),
  textGenerationConfig Tuple(${text('maxTokenCount', 'temperature', 'topP')}))`

/** Steps that read the request body `json` into `asked` and its `messages`. A body that is no JSON is a prompt. */
export const requestSteps = (json: string): Record<string, string> => ({
  asked: `JSONExtract(ifNull(${json}, ''), '${bodyType}')`,
  messages_text: `if(startsWith(ifNull(${json}, ''), '{'), ${firstFilled('asked.messages', 'asked.input', 'asked.prompt', 'asked.inputText')}, ${json})`,
  messages: messagesOf('messages_text'),
})

const system = (said: string) => `coalesce(${partsText(said)}, '')`
const systemTexts = `arrayFilter(t -> t != '', [${system('asked.system')}, ifNull(asked.instructions, ''), ifNull(${systemPromptOf('messages')}, '')])`

/** The columns that a request body fills, after `requestSteps`. */
export const requestColumns = {
  system_prompt: `nullIf(arrayStringConcat(${systemTexts}, '\\n'), '')`,
  prompt: promptOf('messages'),
  temperature: decimal(
    firstFilled('asked.temperature', 'asked.inferenceConfig.temperature', 'asked.textGenerationConfig.temperature'),
  ),
  top_p: decimal(firstFilled('asked.top_p', 'asked.inferenceConfig.topP', 'asked.textGenerationConfig.topP')),
  max_tokens: unsigned(
    firstFilled(
      ...['asked.max_completion_tokens', 'asked.max_tokens', 'asked.max_output_tokens', 'asked.max_gen_len'],
      ...['asked.max_tokens_to_sample', 'asked.inferenceConfig.maxTokens', 'asked.textGenerationConfig.maxTokenCount'],
    ),
  ),
} satisfies Partial<Record<CanonicalColumn, string>>

/** Whom the caller names as its own user. */
export const requestUser = firstFilled('asked.safety_identifier', 'asked.user', 'asked.metadata.user_id')

export const requestModel = filled('asked.model')

/** The whole conversation as JSON, where the request carried more than its last turn. */
export const conversation = `if(${hasHistory('messages')}, messages_text, NULL)`

/** For Converse, of which the parts have no types. */
export const converseColumns = {
  system_prompt: `coalesce(${untypedPartsText(`if(startsWith(ifNull(asked.system, ''), '['), asked.system, NULL)`)}, ${requestColumns.system_prompt})`,
  prompt: `coalesce(${untypedPartsText(`if(startsWith(last_content, '[{'), last_content, NULL)`)}, ${requestColumns.prompt})`,
}

export const converseSteps = {
  last_content: `ifNull(arrayLast(m -> ifNull(m.role, '') = 'user', messages).content, '')`,
}
