import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseError } from './errors.ts'
import { splitStatements } from './sql-statements.ts'

/** One step of the schema: `up` leads from `version - 1` to `version`, `down` back again. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  version: number
  name: string
  up: string
  down: string
}

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.(up|down)\.sql$/
/** Statements that would end the transaction a migration runs in, or that SQLite refuses inside one. */
const NOT_IN_A_TRANSACTION = /^(BEGIN|COMMIT|END|ROLLBACK|VACUUM|ATTACH|DETACH)\b/i

/** Reads `NNNN_name.up.sql` with its `.down.sql` from a folder, in order. Throws when one of a pair is missing. */
export function loadMigrations(folder: string): Migration[] {
  const found = new Map<string, { version: number; name: string; up?: string; down?: string }>()
  for (const file of readdirSync(folder).sort()) {
    const [, digits, name, way] = FILE_NAME.exec(file) ?? []
    if (digits === undefined || name === undefined) continue
    const key = `${digits}_${name}`
    const entry = found.get(key) ?? { version: Number(digits), name }
    found.set(key, { ...entry, [way === 'up' ? 'up' : 'down']: readFileSync(join(folder, file), 'utf8') })
  }
  const migrations = [...found].map(([key, { version, name, up, down }]) => {
    if (up === undefined || down === undefined)
      throw new Error(`Migration ${key} lacks its up or down script`)
    return { version, name, up, down }
  })
  return checkedMigrations(migrations)
}

/** The same migrations, once it is sure that they count 1, 2, 3 … Throws otherwise. */
export function checkedMigrations(migrations: readonly Migration[]): Migration[] {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(`Migration ${migration.name} has number ${migration.version}, expected ${index + 1}`)
    }
  })
  return [...migrations]
}

/** SHA-256 (hex) of an up script, blind to line ends, which a checkout on Windows may change. */
export function migrationChecksum(up: string): string {
  return createHash('sha256').update(up.replaceAll('\r\n', '\n')).digest('hex')
}

/** The statements of a script, or an error when one of them cannot be part of a transaction. */
export function migrationStatements(script: string): string[] {
  const statements = splitStatements(script)
  const bad = statements.find(statement => NOT_IN_A_TRANSACTION.test(withoutLeadingComments(statement)))
  if (bad === undefined) return statements
  throw databaseError(
    'migration_failed',
    'A migration contains a statement that cannot run in its transaction.',
    {
      statement: bad.slice(0, 200),
    },
  )
}

function withoutLeadingComments(statement: string): string {
  return statement.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '')
}
