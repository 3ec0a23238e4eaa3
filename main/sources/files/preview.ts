import type { FileColumn, FileEncoding, FileFormat, ImportPreview, RowIssue } from '../../contract/imports.ts'
import { applyMapping, suggestMapping } from '../rules/columns.ts'
import { listColumns, sampleAt } from '../rules/row-values.ts'
import { readRows } from './read-rows.ts'

/** Rows that are looked at to find columns, samples and remarks. */
const LOOKED_AT = 200
const SHOWN_ROWS = 20
const SHOWN_COLUMNS = 100
const SAMPLES = 5
const MOST_ISSUES = 50

/**
 * Looks at the beginning of a file: its columns with samples, the mapping that fits, the first 20 rows and what is
 * wrong with them. Never throws for bad input; `problem` says why nothing can be imported.
 */
export async function previewFile(input: AsyncIterable<Uint8Array>, name: string): Promise<ImportPreview> {
  let format: FileFormat | null = null
  let encoding: FileEncoding = 'utf-8'
  const warnings: RowIssue[] = []
  const seen: { row: number; value: Record<string, unknown> }[] = []
  let problem: ImportPreview['problem']
  const rows = readRows(input, {
    onLayout: layout => {
      format = layout.format
    },
    onEncoding: found => {
      encoding = found
    },
    onWarning: warning => warnings.push({ row: 0, severity: 'warning', ...warning }),
  })
  for await (const row of rows) {
    if (row.ok) seen.push({ row: row.row, value: row.value })
    else if (row.row === 0) problem = { code: row.code, message: row.message }
    else warnings.push({ row: row.row, severity: 'error', code: row.code, message: row.message })
    if (seen.length >= LOOKED_AT || warnings.length >= MOST_ISSUES) break
  }
  const columns = findColumns(seen.map(row => row.value))
  const mapping = suggestMapping(columns)
  let usable = 0
  for (const { row, value } of seen) {
    const mapped = applyMapping(value, mapping)
    if (mapped.ok) usable++
    else if (warnings.length < MOST_ISSUES)
      warnings.push({
        row,
        severity: 'error',
        code: mapped.code,
        message: mapped.message,
        column: mapped.column,
      })
  }
  warnings.sort((first, second) => first.row - second.row)
  if (problem === undefined && seen.length === 0) problem = nothingReadable(warnings)
  return {
    file: name,
    format,
    encoding,
    columns,
    mapping,
    rows: seen.slice(0, SHOWN_ROWS).map(({ row, value }) => ({
      row,
      values: columns.map(column => sampleAt(value, column.name)),
    })),
    warnings,
    usable,
    ...(problem === undefined ? {} : { problem }),
  }
}

function nothingReadable(warnings: RowIssue[]): NonNullable<ImportPreview['problem']> {
  const first = warnings.find(warning => warning.severity === 'error')
  const reason = first === undefined ? '' : ` Row ${first.row}: ${first.message}`
  return { code: 'file_not_postings', message: `None of the rows that were looked at can be read.${reason}` }
}

/** All columns of the rows in the order of their first appearance, each with its first different values. */
function findColumns(rows: Record<string, unknown>[]): FileColumn[] {
  const samples = new Map<string, Set<string>>()
  for (const row of rows) {
    for (const path of listColumns(row)) {
      const values = samples.get(path) ?? new Set()
      if (!samples.has(path)) {
        if (samples.size >= SHOWN_COLUMNS) continue
        samples.set(path, values)
      }
      const sample = values.size < SAMPLES ? sampleAt(row, path) : ''
      if (sample !== '') values.add(sample)
    }
  }
  return [...samples].map(([name, values]) => ({ name, samples: [...values] }))
}
