/** Where the value of each column stands in OpenAI's logs and reports. */

import { at, type ExpectedSample, iso, noAddress, seconds } from './sample-paths'

const choice = 'response/choices/0'

export const openaiSamples: ExpectedSample[] = [
  {
    file: 'openai_chat_completions.jsonl',
    format: 'openai-chat',
    columns: {
      timestamp: seconds('response/created'),
      request_id: 'response/id',
      model: 'response/model',
      prompt: 'request/messages/-1/content',
      response: (record) =>
        at(record, `${choice}/message/content`) ?? JSON.stringify(at(record, `${choice}/message/tool_calls`)),
      input_tokens: 'response/usage/prompt_tokens',
      output_tokens: 'response/usage/completion_tokens',
      reasoning_tokens: 'response/usage/completion_tokens_details/reasoning_tokens',
      cached_tokens: 'response/usage/prompt_tokens_details/cached_tokens',
      finish_reason: `${choice}/finish_reason`,
      temperature: 'request/temperature',
      system_prompt: (record) =>
        at(record, 'request/messages/0/role') === 'developer' ? at(record, 'request/messages/0/content') : null,
    },
    never: [...noAddress, 'api_key_id'],
  },
  {
    file: 'openai_stored_completions_list.json',
    format: 'openai-stored-completions',
    list: 'data',
    columns: {
      timestamp: seconds('created'),
      request_id: 'request_id',
      user_id: 'input_user',
      model: 'model',
      response: 'choices/0/message/content',
      input_tokens: 'usage/prompt_tokens',
      output_tokens: 'usage/completion_tokens',
      finish_reason: 'choices/0/finish_reason',
      temperature: 'temperature',
      top_p: 'top_p',
    },
    never: [...noAddress, 'api_key_id', 'prompt', 'latency_ms'],
  },
  {
    file: 'openai_usage_completions.json',
    format: 'openai-usage',
    list: 'data',
    columns: {
      timestamp: seconds('start_time'),
      org_id: 'results/0/project_id',
      user_id: 'results/0/user_id',
      api_key_id: 'results/0/api_key_id',
      model: 'results/0/model',
      input_tokens: 'results/0/input_tokens',
      output_tokens: 'results/0/output_tokens',
      cached_tokens: 'results/0/input_cached_tokens',
    },
    never: [...noAddress, 'prompt', 'response', 'latency_ms', 'status', 'temperature'],
  },
  {
    file: 'elastic_openai_completions_event.json',
    format: 'elastic-openai-usage',
    columns: {
      timestamp: iso('openai/base/start_time'),
      org_id: 'openai/base/project_id',
      account_id: 'openai/base/project_id',
      user_id: 'openai/base/user_id',
      api_key_id: 'openai/base/api_key_id',
      model: 'openai/base/model',
      input_tokens: 'openai/completions/input_tokens',
      output_tokens: 'openai/completions/output_tokens',
      cached_tokens: 'openai/completions/input_cached_tokens',
    },
    never: [...noAddress, 'prompt', 'response'],
  },
  {
    file: 'openai_batch_input.jsonl',
    format: 'openai-batch',
    columns: {
      request_id: 'custom_id',
      model: 'body/model',
      prompt: 'body/messages/-1/content',
      temperature: 'body/temperature',
      max_tokens: 'body/max_tokens',
    },
    never: ['timestamp', 'response', 'output_tokens'],
  },
  {
    file: 'openai_batch_output.jsonl',
    format: 'openai-batch',
    columns: {
      timestamp: seconds('response/body/created'),
      request_id: 'custom_id',
      model: 'response/body/model',
      response: 'response/body/choices/0/message/content',
      input_tokens: 'response/body/usage/prompt_tokens',
      output_tokens: 'response/body/usage/completion_tokens',
      status: 'response/status_code',
      finish_reason: 'response/body/choices/0/finish_reason',
    },
    never: [...noAddress, 'api_key_id', 'user_id', 'prompt', 'latency_ms'],
  },
  {
    file: 'openai_audit_log.jsonl',
    format: 'openai-audit-log',
    columns: {
      timestamp: seconds('effective_at'),
      request_id: 'id',
      org_id: 'project/id',
      user_id: 'actor/session/user/id',
      api_key_id: 'actor/api_key/id',
      ip: 'actor/session/ip_address',
      user_agent: 'actor/session/user_agent',
      asn: 'actor/session/ip_address_details/asn',
      country: 'actor/session/ip_address_details/country',
      email_domain: (record) => String(at(record, 'actor/session/user/email')).split('@')[1],
    },
    never: ['model', 'prompt', 'response', 'input_tokens', 'output_tokens', 'temperature'],
  },
]
