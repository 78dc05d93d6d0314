import { rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type OwnDatabase } from '@/tests/database'
import { temporaryFolder } from '@/tests/temporary-folder'
import { dumpDatabase } from './dump'
import { emptyDatabase, isEmptyDatabase } from './empty-database'
import { loadDatabase } from './load'
import { withClient } from './throwaway-database'

const folder = temporaryFolder('backup')
const file = join(folder, 'database.jsonl.gz')
let first: OwnDatabase
let second: OwnDatabase

const everything = `
  SELECT (SELECT jsonb_agg(to_jsonb(p) ORDER BY id) FROM person p) AS people,
    (SELECT jsonb_agg(to_jsonb(e) ORDER BY seq) FROM event e) AS events,
    (SELECT jsonb_agg(to_jsonb(e) ORDER BY seq) FROM event_payload e) AS payloads,
    (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`

const ask = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows)

beforeAll(async () => {
  first = await freshDatabase()
  second = await freshDatabase()
  await withClient(first.ownerUrl, async (client) => {
    await client.query(`
      INSERT INTO person (id, email, name, role, "createdAt")
        VALUES ('00000000-0000-4000-8000-000000000001', 'Åsa@Example.com', E'Åsa "Quote" \\\\ \\u2028 line\\nbreak', 'ANALYST', '2026-01-02T03:04:05.678Z');
      INSERT INTO event (seq, at, actor_id, type, payload_hash, prev_hash, hash)
        SELECT n, '2026-01-02T03:04:05.678Z', '00000000-0000-4000-8000-000000000001', 'test.made', '\\x00ff', '\\x', sha256(n::text::bytea)
        FROM generate_series(1, 5000) n;
      INSERT INTO event_payload (seq, salt, text) SELECT n, '\\x0102', '{"n":' || n || ',"big":12345678901234567890.5}' FROM generate_series(1, 5000) n;
      SELECT graphile_worker.add_job('look', '{"a":1}'::json);
      UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'a worker that was killed'`)
  })
})

afterAll(async () => {
  await first.drop()
  await second.drop()
  rmSync(folder, { recursive: true })
})

test('what was backed up comes back in every byte, and waiting jobs are free again', async () => {
  const head = await dumpDatabase(first.ownerUrl, file)
  expect(head.migrations.length).toBeGreaterThan(0)
  await emptyDatabase(second.ownerUrl)
  await loadDatabase({ ownerUrl: second.ownerUrl, appUrl: second.appUrl, file })
  expect(await ask(second.ownerUrl, everything)).toEqual(await ask(first.ownerUrl, everything))
  expect(await ask(second.ownerUrl, 'SELECT locked_by FROM graphile_worker.jobs')).toEqual([{ locked_by: null }])
})

test('the guards of the record are awake after a restore', async () => {
  await expect(ask(second.ownerUrl, 'DELETE FROM event_payload')).rejects.toThrow()
  await expect(ask(second.appUrl, 'UPDATE event SET type = type')).rejects.toThrow(/permission denied/)
  await expect(
    ask(second.ownerUrl, `INSERT INTO event_payload (seq, salt, text) VALUES (99999, '\\x', '')`),
  ).rejects.toThrow(/foreign key/)
})

test('a restored database goes on where it was: the next job has a new number', async () => {
  await ask(second.appUrl, `SELECT graphile_worker.add_job('look', '{}'::json)`)
  expect(await ask(second.appUrl, 'SELECT count(DISTINCT id)::int AS n FROM graphile_worker.jobs')).toEqual([{ n: 2 }])
})

test('a backup that was cut off is refused and changes nothing', async () => {
  const third = await freshDatabase()
  const cut = join(folder, 'cut.jsonl.gz')
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n')
  await writeFile(cut, gzipSync(lines.slice(0, -3).join('\n')))
  await expect(loadDatabase({ ownerUrl: third.ownerUrl, file: cut })).rejects.toThrow(/is not whole/)
  await writeFile(cut, (await readFile(file)).subarray(0, 20_000))
  await expect(loadDatabase({ ownerUrl: third.ownerUrl, file: cut })).rejects.toThrow(/is damaged/)
  expect(await isEmptyDatabase(third.ownerUrl)).toBe(true)
  await third.drop()
})

test('a backup of a newer version is refused with its reason', async () => {
  const newer = join(folder, 'newer.jsonl.gz')
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n')
  const head = JSON.parse(lines[0]?.slice(1) ?? '')
  head.migrations.push('29990101000000_from_the_future')
  await writeFile(newer, gzipSync([`#${JSON.stringify(head)}`, ...lines.slice(1)].join('\n')))
  await expect(loadDatabase({ ownerUrl: second.ownerUrl, file: newer })).rejects.toThrow(/newer version of Touchstone/)
})
