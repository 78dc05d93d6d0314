/** What program speaks for the user: the product that its client names, and a harness that the system prompt names. */

/** Names as they stand in system prompts, in lower case. A prompt that merely speaks of one is taken for it. */
const named = [
  ...['claude code', 'agent sdk', 'opencode', 'codex', 'cline', 'roo code', 'kilo code', 'cursor', 'windsurf', 'aider'],
  ...['copilot', 'continue.dev', 'openhands', 'swe-agent', 'devin', 'replit', 'zed editor', 'jetbrains', 'langchain'],
  ...['llamaindex', 'autogpt', 'auto-gpt', 'crewai', 'autogen', 'dify', 'flowise', 'n8n', 'open webui', 'librechat'],
  ...['lobechat', 'anythingllm', 'sillytavern', 'perplexity', 'notion ai', 'raycast', 'intercom', 'zendesk'],
]

/** SQL of a UInt64 that is the same for the same client product (its version left out) and harness; 0 when neither is known. */
export function harness(client: string, system: string): string {
  const product = `splitByChar('/', lower(ifNull(${client}, '')))[1]`
  const list = named.map((name) => `'${name}'`).join(', ')
  const mention = `multiSearchFirstIndex(lower(toLowCardinality(ifNull(${system}, ''))), [${list}])`
  return `if(${product} = '' AND ${mention} = 0, toUInt64(0), cityHash64(${product}, ${mention}))`
}
