import {
  type DateOrder,
  type ImportPreview,
  type Mapping,
  POSTING_COLUMNS,
} from '../../../../main/contract/imports.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Select } from '../../ui/select.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { assignColumn, COLUMN_LABELS, filledBy, inOrderOfUse } from './column-choice.ts'

const CHOICES = [
  { value: '', label: 'Leave out' },
  ...POSTING_COLUMNS.map(column => ({ value: column, label: COLUMN_LABELS[column] })),
] as const

const DATE_CHOICES: readonly { value: DateOrder | 'none'; label: string }[] = [
  { value: 'none', label: 'Leave unclear dates out' },
  { value: 'dmy', label: 'Day first: the 12th of March' },
  { value: 'mdy', label: 'Month first: the 3rd of December' },
]

/** Which column of the file fills which of ours, with samples; editable before the import. */
export function MappingTable({
  preview,
  mapping,
  onChange,
}: {
  preview: ImportPreview
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) {
  // Ordered by the suggestion, so that a row stays where it is while it is edited.
  const columns = inOrderOfUse(preview.columns, preview.mapping)
  return (
    <div className="flex flex-col gap-3">
      <Table
        caption="Columns of the file and what they fill"
        head={['In the file', 'Fills', 'Samples']}
        className="relative max-h-80 overflow-y-auto rounded border border-line"
      >
        {columns.map(column => {
          const filled = filledBy(mapping, column.name)
          return (
            <tr key={column.name}>
              <Cell heading className="max-w-48 font-medium break-words">
                {column.name}
              </Cell>
              <Cell className="w-56 min-w-44">
                <Select
                  label={`What ${column.name} fills`}
                  hideLabel
                  options={CHOICES}
                  value={filled[0] ?? ''}
                  onChange={ours => onChange(assignColumn(mapping, column.name, ours === '' ? null : ours))}
                />
                {filled.length > 1 ? (
                  <span className="text-xs text-ink-3">
                    also{' '}
                    {filled
                      .slice(1)
                      .map(one => COLUMN_LABELS[one].toLowerCase())
                      .join(', ')}
                  </span>
                ) : null}
              </Cell>
              <Cell className="max-w-64 min-w-40 text-ink-2">
                <span className="line-clamp-2 break-words">
                  {column.samples.filter(Boolean).slice(0, 3).join(' · ') || (
                    <span className="text-ink-3">empty</span>
                  )}
                </span>
              </Cell>
            </tr>
          )
        })}
      </Table>
      {mapping.columns.posted_at || mapping.columns.closed_at ? (
        <Select
          label="Dates such as 12/03/2026"
          className="max-w-xs"
          options={DATE_CHOICES}
          value={mapping.date_order ?? 'none'}
          onChange={order => onChange({ ...mapping, date_order: order === 'none' ? null : order })}
        />
      ) : null}
    </div>
  )
}

/** The first rows as they were read. */
export function FirstRows({ preview }: { preview: ImportPreview }) {
  if (preview.rows.length === 0) return null
  return (
    <Disclosure label={`First ${preview.rows.length} rows as read`}>
      <Table
        caption="First rows"
        head={[{ label: 'Row', number: true }, ...preview.columns.map(column => column.name)]}
        className="relative max-h-72 overflow-y-auto rounded border border-line"
      >
        {preview.rows.map(row => (
          <tr key={row.row}>
            <Cell number>{row.row}</Cell>
            {preview.columns.map((column, index) => (
              <Cell key={column.name} className="max-w-56 min-w-24">
                <span className="line-clamp-2 break-words">{row.values[index]}</span>
              </Cell>
            ))}
          </tr>
        ))}
      </Table>
    </Disclosure>
  )
}
