import pg from 'pg'
import { expect, test } from 'vitest'
import { asOwner, freshDatabase } from '@/tests/database'
import { insertOnlyTables } from './grants'
import { migrate } from './migrate'
import { migrationFiles } from './migration-files'

const asApp = async (sql: string) => {
  const client = new pg.Client({ connectionString: process.env.TOUCHSTONE_APP_URL })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

test('every migration is recorded with the checksum of its file', async () => {
  const recorded = await asOwner('SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY 1')
  expect(recorded).toEqual(migrationFiles().map(({ name, checksum }) => ({ name, checksum })))
})

test('a second run changes nothing', async () => {
  const { ownerUrl, appUrl, drop } = await freshDatabase()
  expect(await migrate({ ownerUrl, appUrl })).toEqual([])
  await drop()
})

test('a database of a newer version is refused', async () => {
  const { ownerUrl, drop } = await freshDatabase()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', 'x', '29990101000000_from_the_future', now())`,
  )
  await client.end()
  await expect(migrate({ ownerUrl })).rejects.toThrow(/written by a newer version of Touchstone/)
  await drop()
})

test.each(insertOnlyTables)('the application may not change or empty %s', async (table) => {
  await expect(asApp(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/)
  await expect(asApp(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/permission denied/)
  await expect(asApp(`UPDATE ${table} SET seq = seq`)).rejects.toThrow(/permission denied/)
  expect((await asApp(`SELECT * FROM ${table}`)).rows).toEqual([])
})

test('the application owns nothing and cannot make a table', async () => {
  await expect(asApp('CREATE TABLE mine (a int)')).rejects.toThrow(/permission denied/)
  await expect(asApp('ALTER TABLE event DISABLE TRIGGER ALL')).rejects.toThrow(/must be owner/)
})

test('the application adds and takes jobs', async () => {
  await asApp(`SELECT graphile_worker.add_job('look', '{}'::json)`)
  expect((await asApp('SELECT 1 FROM graphile_worker.jobs')).rowCount).toBe(1)
  expect((await asApp('UPDATE graphile_worker._private_jobs SET attempts = 1')).rowCount).toBe(1)
})

test.each(insertOnlyTables)('not even the owner changes or empties %s', async (table) => {
  await asOwner(`INSERT INTO event (seq, at, type, payload_hash, prev_hash, hash) VALUES (1, now(), 'test.made', '', '', '')
    ON CONFLICT DO NOTHING`)
  await asOwner(`INSERT INTO event_payload (seq, salt, text) VALUES (1, '', '') ON CONFLICT DO NOTHING`)
  await expect(asOwner(`UPDATE ${table} SET seq = 2`)).rejects.toThrow(/only grows/)
  await expect(asOwner(`DELETE FROM ${table}`)).rejects.toThrow(/only grows/)
  await expect(asOwner(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/only grows/)
})
