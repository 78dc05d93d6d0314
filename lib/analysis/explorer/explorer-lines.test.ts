import { describe, expect, it } from 'vitest'
import type { ExplorerRow } from '@/lib/signals/explorer/explorer'
import { explorerDetail, explorerLine, lengthInWords } from './explorer-lines'

const row = (fields: Partial<ExplorerRow>): ExplorerRow =>
  ({
    ...{ row_id: 7, account_id: 'acct', timestamp: '2026-03-01T10:00:00Z', model: 'm', masked: false },
    ...{ prompt: 'hello', prompt_length: 5, response: 'hi', response_length: 2, system_prompt: null },
    ...{ system_prompt_length: null, extra: null, extra_length: null, input_tokens: 1200, output_tokens: null },
    ...{ latency_ms: 90, status: 200, template_id: null, ip: '203.0.113.9' },
    ...fields,
  }) as ExplorerRow

describe('a row of the explorer', () => {
  it('shows figures with their units and nothing for what is absent', () => {
    expect(explorerLine(row({}))).toMatchObject({ input: '1,200', output: '', latency: '90 ms', status: '200' })
  })

  it('gives of a masked row its lengths, even should the text have come along', () => {
    const line = explorerLine(row({ masked: true }))
    expect(line.prompt).toEqual({ text: null, length: 5 })
    expect(lengthInWords(line.prompt, true)).toBe('5 characters, masked')
    expect(JSON.stringify(explorerDetail(row({ masked: true, extra: 'secret', extra_length: 6 })))).not.toMatch(
      /hello|secret/,
    )
  })

  it('cuts a long text at a whole character and says so', () => {
    const { prompt } = explorerLine(row({ prompt: '😀'.repeat(300), prompt_length: 300 }))
    expect(prompt.text).toBe(`${'😀'.repeat(200)}…`)
  })

  it('marks hidden characters in every field, and names them', () => {
    const detail = explorerDetail(row({ prompt: 'a\u202eb', ip: '1\u200b2' }))
    expect(detail.texts.find(({ name }) => name === 'Prompt')).toMatchObject({
      shown: { text: 'a⟦U+202E⟧b' },
      hidden: ['U+202E right-to-left override'],
    })
    expect(detail.fields.find(({ name }) => name === 'ip')?.value).toBe('1⟦U+200B⟧2')
  })

  it('lists each field once and no text among them', () => {
    const names = explorerDetail(row({})).fields.map(({ name }) => name)
    expect(names).toEqual(['account id', 'timestamp', 'model', 'input tokens', 'latency ms', 'status', 'ip'])
  })
})
