/** The generator's command line: writes the log, optionally compressed, and its labels beside it. */

import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { formatNames } from './formats/writers'
import type { LogOptions } from './plan'

const usage = `Usage: npx tsx bench/generate-log.ts --out FILE [--rows 200000] [--accounts 2000] [--seed 1]
       [--difficulty 0.5] [--campaign ACCOUNTS] [--campaigns 1] [--labels FILE] [--format NAME] [--gzip]
Formats: ${formatNames.join(', ')}`

interface Generator {
  generateLog: (options: LogOptions) => AsyncIterable<string>
  labelsOf: (options: LogOptions) => object[]
}

/** Runs the command when `moduleUrl` is the file that Node was started with, else does nothing. */
export async function runFromCommandLine(moduleUrl: string, generator: Generator): Promise<void> {
  if (process.argv[1] !== fileURLToPath(moduleUrl)) return
  try {
    await run(generator)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}\n`)
    process.exitCode = 2
  }
}

async function run({ generateLog, labelsOf }: Generator): Promise<void> {
  const { values } = parseArgs({ options: flags })
  if (!values.out) throw new Error('Say where to write the log with --out.')
  const options = optionsOf(values)
  const steps = [
    Readable.from(generateLog(options)),
    ...(values.gzip ? [createGzip()] : []),
    createWriteStream(values.out),
  ]
  await pipeline(steps)
  if (values.labels)
    await writeFile(
      values.labels,
      labelsOf(options)
        .map((label) => `${JSON.stringify(label)}\n`)
        .join(''),
    )
}

const flags = {
  out: { type: 'string' },
  labels: { type: 'string' },
  rows: { type: 'string', default: '200000' },
  accounts: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  difficulty: { type: 'string', default: '0.5' },
  campaign: { type: 'string' },
  campaigns: { type: 'string', default: '1' },
  format: { type: 'string', default: 'canonical' },
  gzip: { type: 'boolean', default: false },
} as const

function optionsOf(values: {
  rows: string
  accounts: string
  seed: string
  difficulty: string
  campaign?: string
  campaigns: string
  format: string
}): LogOptions {
  const format = formatNames.find((known) => known === values.format)
  if (!format) throw new Error(`The format "${values.format}" is not known.`)
  const number = (name: string, text: string) => {
    const value = Number(text)
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} must be a number.`)
    return value
  }
  return {
    rows: number('rows', values.rows),
    accounts: number('accounts', values.accounts),
    seed: number('seed', values.seed),
    difficulty: Math.min(1, number('difficulty', values.difficulty)),
    ...(values.campaign === undefined ? {} : { campaign: number('campaign', values.campaign) }),
    campaigns: number('campaigns', values.campaigns),
    format,
  }
}
