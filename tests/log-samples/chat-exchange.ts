/** One exchange as a gateway for OpenAI's interface logs it, and how logs are written and read in the tests of formats. */

export const at = '2026-01-02T03:04:05.6781234Z'

/** `at` as the engine gives it back. */
export const stored = '2026-01-02 03:04:05.678'

export const chat = {
  model: 'm',
  temperature: 0.4,
  messages: [
    { role: 'system', content: 'Rules' },
    { role: 'user', content: 'Q' },
  ],
}

export const reply = {
  id: 'c',
  created: 1767323045,
  model: 'm-1',
  choices: [{ index: 0, message: { role: 'assistant', content: 'A' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 3, completion_tokens: 4 },
}

/** The records as JSON lines. */
export const lines = (...records: object[]): string => records.map((record) => JSON.stringify(record)).join('\n')

/** What a row keeps beside its columns. */
export const extraOf = (row?: Record<string, unknown>) => JSON.parse(String(row?.extra))
