import { describe, expect, test } from 'vitest'
import { readAccountTable } from './account-table'

describe('an account table', () => {
  test('is read by the names of its columns, and what is blank stays unknown', () => {
    const text =
      'Account,Plan,Created,Payment,Email_Domain,Country,Sanctions\r\nacme,pro,2026-03-01,card-1,Acme.Example,de,no\r\nbeta,,,,,,\r\n'
    expect(readAccountTable(text)).toEqual([
      {
        ...{ account: 'acme', plan: 'pro', created: Date.UTC(2026, 2, 1), payment: 'card-1' },
        ...{ emailDomain: 'acme.example', country: 'DE', sanctioned: false },
      },
      { account: 'beta', plan: null, created: null, payment: null, emailDomain: null, country: null, sanctioned: null },
    ])
    expect(readAccountTable('{"account_id":7,"billing_country":"fr","sanctioned":true}')[0]).toMatchObject({
      ...{ account: '7', country: 'FR', sanctioned: true },
    })
  })

  test('says which line it does not understand', () => {
    const refused = (text: string) => () => readAccountTable(text)
    expect(refused('name,plan\nacme,pro')).toThrow(/no column “account”/)
    expect(refused('account,created\nacme,2026-03-01T10:00')).toThrow(/Line 2 .* time/)
    expect(refused('account\nacme\nacme')).toThrow(/Line 3 .* second time/)
    expect(refused('account,sanctions\nacme,perhaps')).toThrow(/neither yes nor no/)
    expect(refused('account,plan\n,pro')).toThrow(/Line 2 .* no account/)
    expect(refused('account\n')).toThrow(/names no account/)
  })
})
