import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backup } from '@/bin/commands/backup'
import { temporaryFolder } from '@/tests/temporary-folder'
import { checkBackup, sealBackup } from './backup-folder'
import { blobFile, blobStore, copyBlob } from './blob-files'

const bytes = 'what a customer asked'
const blob = createHash('sha256').update(bytes).digest('hex')
const at = '2026-01-02T03:04:05.678Z'
let folder: string
let path: string

function place(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

beforeEach(async () => {
  folder = temporaryFolder('backup-folder')
  path = blobFile(blobStore(folder), blob)
  place(path, bytes)
  place(join(folder, 'database.jsonl.gz'), 'rows')
  await sealBackup(folder, { at, record: `7:${blob}`, missing: [], blobs: [blob] })
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a backup as it was written tells what it holds', async () => {
  const { manifest, blobs } = await checkBackup(folder)
  expect(manifest).toMatchObject({ at, record: `7:${blob}`, blobs: 1, missing: [] })
  expect(blobs).toEqual([blob])
})

test.each([
  ['altered bytes', () => writeFileSync(path, 'what a customer asks'), 'was cut or altered'],
  ['a lost blob', () => rmSync(path), `${blob} is missing`],
  [
    'other rows',
    () => writeFileSync(join(folder, 'database.jsonl.gz'), 'rowt'),
    'database.jsonl.gz was cut or altered',
  ],
  ['a list of sums that was cut', () => writeFileSync(join(folder, 'SHA256SUMS'), ''), 'SHA256SUMS was cut or altered'],
  ['a lost list of sums', () => rmSync(join(folder, 'SHA256SUMS')), 'SHA256SUMS was cut or altered'],
  [
    'half a manifest',
    () => writeFileSync(join(folder, 'manifest.json'), '{"touchs'),
    'manifest.json was cut or altered',
  ],
  [
    'a manifest of nothing',
    () => writeFileSync(join(folder, 'manifest.json'), 'null'),
    'is not a backup of Touchstone',
  ],
  ['no manifest', () => rmSync(join(folder, 'manifest.json')), 'its manifest.json is missing'],
])('%s: refused by name', async (_, harm, said) => {
  harm()
  await expect(checkBackup(folder)).rejects.toThrow(said)
})

test('a backup of a later form is left to the version that wrote it', async () => {
  const manifest = join(folder, 'manifest.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"format": 1', '"format": 2'))
  await expect(checkBackup(folder)).rejects.toThrow('was written by a newer version')
})

test('a blob that went bad in the store is replaced by the good one of the backup, and never the other way round', async () => {
  const store = join(folder, 'store')
  place(blobFile(store, blob), 'went bad')
  expect(await copyBlob(store, join(folder, 'other'), blob)).toBe(false)
  expect(await copyBlob(blobStore(folder), store, blob)).toBe(true)
  expect(readFileSync(blobFile(store, blob), 'utf8')).toBe(bytes)
})

test('a place where no folder can be, and a folder that is in use, are refused before anything begins', async () => {
  await expect(backup.run(['/dev/null/x'])).rejects.toThrow('/dev/null/x cannot be made.')
  await expect(backup.run([path])).rejects.toThrow('cannot be made.')
  await expect(backup.run([folder])).rejects.toThrow('is not empty')
})
