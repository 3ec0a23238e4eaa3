import { type Mapping, POSTING_COLUMNS, type PostingColumn } from '../../../../main/contract/imports.ts'

/** The words for our columns, in the order of the choice. */
export const COLUMN_LABELS: Record<PostingColumn, string> = {
  id: 'Id of the source',
  title: 'Title',
  company: 'Company',
  location_text: 'Place as text',
  description: 'Description',
  url: 'Address of the posting',
  apply_url: 'Address to apply',
  posted_at: 'Posted on',
  salary_low: 'Salary from',
  salary_high: 'Salary to',
  compensation_currency: 'Currency',
  salary_period: 'Salary period',
  salary_text: 'Salary as text',
  remote_options: 'Remote or on site',
  job_type: 'Employment type',
  seniority_level: 'Seniority',
  country: 'Country',
  city: 'City',
  province: 'Region',
  skills: 'Skills',
  source: 'Board it came from',
  closed_at: 'Closed on',
  company_size: 'Company size',
  industry: 'Industry',
  company_website: 'Website of the company',
}

/** Without these a row cannot become a posting. */
export const NEEDED_COLUMNS: readonly PostingColumn[] = ['title', 'company']

/** Our columns that a column of the file fills, in our order. */
export function filledBy(mapping: Mapping, fileColumn: string): PostingColumn[] {
  return POSTING_COLUMNS.filter(ours => mapping.columns[ours]?.includes(fileColumn))
}

/** The mapping with a column of the file filling only `ours`; null: filling nothing. */
export function assignColumn(mapping: Mapping, fileColumn: string, ours: PostingColumn | null): Mapping {
  const columns: Mapping['columns'] = {}
  for (const column of POSTING_COLUMNS) {
    const before = mapping.columns[column] ?? []
    const names = before.filter(name => name !== fileColumn)
    // A column that stays where it was keeps its turn among the others.
    const after = column === ours ? (before.includes(fileColumn) ? before : [...names, fileColumn]) : names
    if (after.length > 0) columns[column] = after
  }
  return { ...mapping, columns }
}

/** The needed columns that nothing of the file fills yet. */
export function missingColumns(mapping: Mapping): PostingColumn[] {
  return NEEDED_COLUMNS.filter(column => !mapping.columns[column]?.length)
}

/** The file's columns with the useful ones first: those that fill something, then those with samples. */
export function inOrderOfUse<C extends { name: string; samples: string[] }>(
  columns: readonly C[],
  mapping: Mapping,
): C[] {
  const rank = (column: C) => {
    const [first] = filledBy(mapping, column.name)
    if (first) return POSTING_COLUMNS.indexOf(first)
    return column.samples.some(sample => sample.trim() !== '') ? 100 : 101
  }
  return [...columns].sort((a, b) => rank(a) - rank(b))
}
