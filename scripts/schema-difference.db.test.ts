import { expect, test } from 'vitest'
import { asOwner, freshDatabase } from '@/tests/database'
import { schemaDifference } from './schema-difference'
import { withClient } from './throwaway-database'

test('the migrations lead to the schema, so no change of the schema goes without its migration', async () => {
  const { ownerUrl, drop } = await freshDatabase()
  expect(await schemaDifference(ownerUrl)).toBe('')
  await drop()
})

test('a column that only the schema knows is told as SQL', async () => {
  const { ownerUrl, drop } = await freshDatabase()
  await withClient(ownerUrl, (client) => client.query('ALTER TABLE person DROP COLUMN name'))
  expect(await schemaDifference(ownerUrl)).toContain('ADD COLUMN     "name" TEXT NOT NULL')
  await drop()
})

test('every time column keeps its zone', async () => {
  const zoneless = await asOwner(
    `SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'`,
  )
  expect(zoneless).toEqual([])
})
