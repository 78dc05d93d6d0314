import { expect, it } from 'vitest'
import type { PersonActor } from '@/lib/platform/actor'
import { somebody } from '@/tests/analysed-case'
import { addAccounts } from './accounts'
import { fileCase } from './commands'
import { docket } from './docket'
import { subjectAccounts } from './queries'
import { caseFilter } from './schema'
import { addSubject } from './subjects'

const titles = async (analyst: PersonActor, address: Record<string, string>) =>
  (await docket(analyst, caseFilter.parse(address))).rows.map(({ title }) => title)

async function withCases(...named: string[]): Promise<PersonActor> {
  const analyst = await somebody('ANALYST')
  for (const title of named) await fileCase(analyst, { title, severity: 'LOW', facts: '' })
  return analyst
}

it('finds the signs of a pattern as what they are', async () => {
  const analyst = await withCases('Up by 100 %', 'snake_case', 'C:\\logs', 'plain')
  expect(await titles(analyst, { q: '%' })).toEqual(['Up by 100 %'])
  expect(await titles(analyst, { q: 'e_c' })).toEqual(['snake_case'])
  expect(await titles(analyst, { q: '\\' })).toEqual(['C:\\logs'])
})

it('finds accounts in the same way', async () => {
  const analyst = await somebody('ANALYST')
  const { number } = await fileCase(analyst, { title: 'Pool', severity: 'LOW', facts: '' })
  const { subjectId } = await addSubject(analyst, { number, name: 'Pool', kind: 'PERSON', models: [], note: '' })
  const list = { identifiers: 'acct_1\nacctx1', kind: 'ACCOUNT', reason: 'seen', confidence: 'POSSIBLE' } as const
  await addAccounts(analyst, { subjectId, ...list })
  const { rows } = await subjectAccounts(analyst, { subjectId, q: 'acct_' })
  expect(rows.map(({ identifier }) => identifier)).toEqual(['acct_1'])
  expect(await titles(analyst, { q: 'acct_1' })).toEqual(['Pool'])
  expect(await titles(analyst, { q: 'acc_x' })).toEqual([])
})

it.each([
  ['a date that is none', ['x', '01a208e0-a8d8-756d-9743-cf13b5ca56fe']],
  ['a date that no database keeps', ['+200000-01-01T00:00:00.000Z', '01a208e0-a8d8-756d-9743-cf13b5ca56fe']],
  ['an id that is none', ['2026-01-01T00:00:00.000Z', '-'.repeat(36)]],
])('begins at the first page for an address with %s', async (_, cursor) => {
  const analyst = await withCases('Only one')
  const after = Buffer.from(JSON.stringify(cursor)).toString('base64url')
  expect(await titles(analyst, { after })).toEqual(['Only one'])
})

it('takes a NUL in an address for nothing', async () => {
  const analyst = await withCases('Only one')
  expect(await titles(analyst, { q: 'only\0 one' })).toEqual(['Only one'])
})
