/** The SQL that leads from the migrations to the schema, worked out on an empty database and without any download. */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { migrate } from './migrate'

Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) } })

const schemaFolder = fileURLToPath(new URL('../prisma/schema', import.meta.url))

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => join(schemaFolder, name))
    .map((path) => ({ path, content: readFileSync(path, 'utf8') }))
}

/**
 * Applies all migrations to the empty database at `ownerUrl` and returns the SQL that would still be needed to reach the schema in
 * `prisma/schema`; an empty string when they agree. What Prisma does not know (triggers, functions, grants) is not compared.
 */
export async function schemaDifference(ownerUrl: string): Promise<string> {
  await migrate({ ownerUrl })
  const files = schemaFiles()
  const pool = new CataloguePool({ connectionString: ownerUrl })
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool))
  const Engine = await loadedEngine()
  const engine = await Engine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    adapter,
  )
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    const sql = (stdout ?? '').trim()
    return sql.includes('This is an empty migration') ? '' : sql
  } finally {
    engine.free()
    await pool.end()
  }
}

/**
 * The catalogue's one-byte `"char"` columns (oid 18) are unknown to Prisma's adapter, but not their arrays (oid 1002): so they pass
 * it as arrays and become single characters behind it.
 */
class CataloguePool extends pg.Pool {
  override query(...args: unknown[]): never {
    const answer = Reflect.apply(super.query, this, args) as unknown
    if (!(answer instanceof Promise)) return answer as never
    return answer.then((result: pg.QueryResult) => {
      for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1002
      return result
    }) as never
  }
}

class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const ask = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await ask(query)
      const { Character, CharacterArray } = ColumnTypeEnum
      return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) }
    }
    return adapter
  }
}

let loading: Promise<typeof SchemaEngine> | undefined

/** Once for a process: the bindings keep one module's memory, and a second one would be read through the first's. */
function loadedEngine(): Promise<typeof SchemaEngine> {
  loading ??= loadEngine()
  return loading
}

/** Node does not import WebAssembly by name, so the package's bindings are given their module by hand. */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = bindings as unknown as Bindings
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue,
  })
  const exported = instance.exports as unknown as { __wbindgen_start: () => void }
  glue.__wbg_set_wasm(instance.exports)
  exported.__wbindgen_start()
  return glue.SchemaEngine
}

type Bindings = WebAssembly.ModuleImports & {
  SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
}
