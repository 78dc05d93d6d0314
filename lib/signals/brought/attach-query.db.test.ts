import { expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { checkedQuery } from './attach-query'

const checked = (query: string) => checkedQuery(batchEngine(), query, ['llm.requests', 'llm.users'])

it.each([
  "SELECT user, at FROM llm.requests WHERE note != 'a; b' -- all of it",
  'select * from `llm`.`requests` as r join llm.users using (user) where r.plan in (1, 2);',
  'SELECT user, max(at) FROM (SELECT * FROM llm.requests UNION ALL SELECT * FROM llm.requests) GROUP BY user',
  'SELECT user FROM llm.requests WHERE user IN (SELECT user FROM llm.users)',
  "SELECT 'url(x)' AS url, lower(file) FROM llm.requests",
])('lets %s through', async (query) => {
  expect(await checked(query)).toMatch(/^SELECT /)
})

it.each([
  ['SELECT 1', /Read one of the tables/],
  ['SELECT * FROM llm.secrets', /llm\.secrets is not open/],
  ['SELECT * FROM requests', /requests is not open/],
  ['SELECT * FROM system.users', /system\.users/],
  ['SELECT (SELECT max(name) FROM system.users) FROM llm.requests', /system\.users/],
  ["SELECT * FROM llm.requests, url('http://169.254.169.254/')", /table function url is not open/],
  ["SELECT * FROM llm.requests WHERE user IN (SELECT * FROM S3('http://x/y'))", /S3 is not open/i],
  ["SELECT file('/etc/passwd') FROM llm.requests", /file is not open/],
  ["SELECT dictGet('a.b', 'c', 1) FROM llm.requests", /dictGet is not open/],
  ["SELECT joinGet('llm.secrets', 'c', 1) FROM llm.requests", /joinGet is not open/],
  ["SELECT * FROM remote('other:9000', llm.requests)", /remote is not open/],
  ["SELECT * FROM merge('llm', '.*')", /merge is not open/],
  ['SELECT * FROM llm.requests WHERE user IN llm.secrets', /After IN/],
  ['SELECT * FROM llm.requests WHERE user GLOBAL NOT IN llm.secrets', /After IN/],
  ['SELECT * FROM llm.requests SETTINGS max_execution_time = 0', /SETTINGS/],
  ['SELECT * FROM (SELECT * FROM llm.requests SETTINGS readonly = 0)', /SETTINGS/],
  ["SELECT * FROM llm.requests INTO OUTFILE '/tmp/x'", /INTO OUTFILE/],
  ['SELECT * FROM llm.requests FORMAT CSV', /FORMAT/],
  ['WITH t AS (SELECT * FROM llm.requests) SELECT * FROM t', /subquery instead of WITH/],
  ['SELECT 1; DROP TABLE llm.requests', /not a query/],
  ['INSERT INTO llm.requests SELECT * FROM llm.users', /one SELECT/],
  ['DROP TABLE llm.requests', /one SELECT/],
  ['DESCRIBE TABLE llm.requests', /one SELECT/],
  ['EXPLAIN SELECT * FROM llm.requests', /one SELECT/],
  ['SELECT * FROM llm.requests LIMIT {n:UInt8}', /not a query/],
  ['', /not a query/],
  ['SELECT * FROM llm.requests) UNION ALL SELECT * FROM (SELECT 1', /not a query/],
])('refuses %s', async (query, reason) => {
  await expect(checked(query)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringMatching(reason) })
})
