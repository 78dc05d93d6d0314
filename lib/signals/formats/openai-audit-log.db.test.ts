import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { extraOf, lines } from '@/tests/log-samples/chat-exchange'

describe('OpenAI', () => {
  it('audit logs', async () => {
    const event = {
      object: 'organization.audit_log',
      id: 'e',
      type: 'api_key.created',
      effective_at: 1767323045,
      project: { id: 'p', name: 'P' },
      actor: {
        type: 'session',
        session: {
          user: { id: 'u', email: 'U@Example.org' },
          ip_address: '2001:db8::1',
          user_agent: 'b',
          ip_address_details: { country: 'FR', asn: '64496' },
        },
      },
      'api_key.created': { id: 'k' },
    }
    const byKey = {
      ...event,
      project: null,
      actor: { type: 'api_key', api_key: { id: 'k', type: 'service_account', service_account: { id: 's' } } },
    }
    const { format, stored } = await ingested(lines(event, byKey))
    expect(format).toBe('openai-audit-log')
    expect(stored).toMatchObject([
      {
        timestamp: '2026-01-02 03:04:05.000',
        request_id: 'e',
        org_id: 'p',
        account_id: 'p',
        user_id: 'u',
        ip: '2001:db8::1',
        asn: '64496',
        country: 'FR',
        user_agent: 'b',
        email_domain: 'example.org',
        prompt: null,
      },
      { account_id: 's', user_id: 's', api_key_id: 'k' },
    ])
    expect(extraOf(stored[0])).toMatchObject({ type: 'api_key.created', 'api_key.created': { id: 'k' } })
  })
})
