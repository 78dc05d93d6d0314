/** `backup DIR`: database, blobs and secrets of this installation, consistent as of one moment, while it runs or not. */

import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from '@/bin/command'
import { blobNames, blobStore, copyBlob } from '@/scripts/blob-files'
import { dumpDatabase } from '@/scripts/dump'
import { type Installation, withInstallation } from '@/scripts/installation'
import { Refusal } from '@/scripts/refusal'
import { secretsFolder } from '@/scripts/secrets'

const usage = `Usage: touchstone backup DIR

Writes a backup into DIR, which must be new or empty. Touchstone may run meanwhile.

  DIR/database.jsonl.gz   every row, as of one moment; any PostgreSQL can take it back
  DIR/blobs/              sealed evidence, datasets and exports, each under its SHA-256
  DIR/secrets/            keys of sessions and the demonstration's passwords: keep them apart from the rest
  DIR/manifest.json       what it is; written last, so a backup without it is not whole

Unfinished uploads are not part of it.`

export const backup: Command = {
  name: 'backup',
  summary: 'write database, blobs and secrets into a folder',
  usage,
  run,
}

/** The secrets that mean something in another installation. Passwords of the database are made anew there. */
export const keptSecrets = ['session', 'server-actions']
export const keptNotes = ['demo-accounts.json', 'demonstration.json']

async function run(args: string[]): Promise<number> {
  const [dir] = args
  if (!dir || args.length > 1 || dir.startsWith('-')) {
    process.stderr.write('`backup` takes one folder: touchstone backup DIR\n')
    return 2
  }
  const folder = resolve(dir)
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new Refusal(`${folder} is not empty. A backup is never written over anything: name a new folder.`)
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return withInstallation((installation) => write(installation, folder))
}

async function write({ ownerUrl, home }: Installation, folder: string): Promise<number> {
  // Rows first: whatever they speak of is in the store already.
  const head = await dumpDatabase(ownerUrl, join(folder, 'database.jsonl.gz'))
  const { copied, damaged } = await copyBlobs(blobStore(home), blobStore(folder))
  await copySecrets(home, join(folder, 'secrets'))
  if (damaged.length > 0) {
    process.stderr.write(`${damaged.length} blobs are damaged in the store and were left out:\n${damaged.join('\n')}\n`)
    return 1
  }
  const manifest = { touchstone: 'backup', format: 1, at: head.at, migrations: head.migrations, blobs: copied }
  await writeFile(join(folder, 'manifest.json.new'), `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(join(folder, 'manifest.json.new'), join(folder, 'manifest.json'))
  process.stdout.write(
    `The backup of ${head.at} is in ${folder}: the database and ${copied} blobs. Keep its secrets folder apart.\n`,
  )
  return 0
}

async function copyBlobs(from: string, to: string): Promise<{ copied: number; damaged: string[] }> {
  const damaged: string[] = []
  let copied = 0
  for (const name of await blobNames(from)) {
    const result = await copyBlob(from, to, name)
    if (result === 'damaged') damaged.push(name)
    if (result === 'copied') copied += 1
  }
  return { copied, damaged }
}

async function copySecrets(home: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const copy = async (from: string, name: string) => {
    if (existsSync(join(from, name))) await copyFile(join(from, name), join(folder, name))
  }
  for (const name of keptSecrets) await copy(secretsFolder(home), name)
  for (const name of keptNotes) await copy(home, name)
}
