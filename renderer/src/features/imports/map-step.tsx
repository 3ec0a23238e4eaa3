import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { FileEncoding, FileFormat, ImportPreview, Mapping } from '../../../../main/contract/imports.ts'
import { ask } from '../../app/core.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { bytesText } from './bytes-text.ts'
import { COLUMN_LABELS, missingColumns } from './column-choice.ts'
import { FirstRows, MappingTable } from './mapping-table.tsx'
import type { ImportGoal } from './use-import.ts'

const FORMATS: Record<FileFormat, string> = { json: 'JSON', jsonl: 'JSON lines', csv: 'CSV' }
const ENCODINGS: Record<FileEncoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
}

/** Enough to see what is wrong with a file. */
const SHOWN_REMARKS = 8

/** The form's id, for the button that starts the import. */
export const MAP_FORM = 'import-map'

/** The first look at a file: what it is, what its columns fill, and into which campaign it goes. */
export function MapStep({
  file,
  preview,
  campaignId,
  error,
  onStart,
}: {
  file: File
  preview: ImportPreview
  campaignId: CampaignId | null
  error: unknown
  onStart: (goal: ImportGoal, mapping: Mapping) => void
}) {
  const [mapping, setMapping] = useState(preview.mapping)
  const { data: campaigns } = useQuery(ask('campaigns', 'list', {}))
  const [chosen, setChosen] = useState<string | null>(campaignId === null ? null : String(campaignId))
  const [name, setName] = useState(() => file.name.replace(/\.[^.]+$/, '').slice(0, 80))
  const [tried, setTried] = useState(false)
  // With one campaign there is nothing to choose; with none there is a new one.
  const goal = chosen ?? (campaigns?.[0] ? String(campaigns[0].id) : 'new')
  const missing = missingColumns(mapping)
  const known = error === null ? null : errorOf(error)
  const nameError = tried && goal === 'new' && name.trim() === '' ? 'Give the campaign a name.' : undefined

  const submit = () => {
    setTried(true)
    if (missing.length > 0) return
    const campaign = campaigns?.find(one => String(one.id) === goal)
    if (campaign) onStart({ campaignId: campaign.id }, mapping)
    else if (name.trim() !== '') onStart({ name: name.trim() }, mapping)
  }
  return (
    <form
      id={MAP_FORM}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
      className="flex flex-col gap-4"
    >
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all">{preview.file || file.name}</span>
        {preview.format ? <Badge>{FORMATS[preview.format]}</Badge> : null}
        <Badge>{ENCODINGS[preview.encoding]}</Badge>
        <span className="text-sm text-ink-3">{bytesText(file.size)}</span>
      </p>
      {known ? (
        <p role="alert" className="rounded border border-bad bg-bad-soft px-3 py-2">
          {known.message || errorText(known).what} {errorText(known).kept} {errorText(known).todo}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Select
          label="Into the campaign"
          className="w-64 max-w-full"
          value={goal}
          options={[
            ...(campaigns ?? []).map(one => ({ value: String(one.id), label: one.draft.name })),
            { value: 'new', label: 'A new campaign' },
          ]}
          onChange={setChosen}
        />
        {goal === 'new' ? (
          <TextField
            label="Name of the new campaign"
            hint="It starts without preferences; they can be set later."
            className="w-72 max-w-full"
            maxLength={80}
            value={name}
            error={nameError}
            onChange={event => setName(event.target.value)}
          />
        ) : null}
      </div>
      <section aria-label="Columns" className="flex flex-col gap-2">
        <h3 className="text-base font-semibold">Columns</h3>
        {missing.length > 0 ? (
          <p
            role={tried ? 'alert' : undefined}
            className="flex items-start gap-1.5 rounded border border-warn bg-warn-soft px-3 py-2 text-sm"
          >
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            Choose which column holds the{' '}
            {missing.map(one => COLUMN_LABELS[one].toLowerCase()).join(' and the ')}: without it no row can
            become a job.
          </p>
        ) : null}
        <MappingTable preview={preview} mapping={mapping} onChange={setMapping} />
      </section>
      <FirstRows preview={preview} />
      {preview.warnings.length > 0 ? (
        <section aria-label="Remarks">
          <h3 className="text-base font-semibold">Remarks on the first rows</h3>
          <ul className="mt-1 list-disc pl-5 text-sm text-ink-2">
            {preview.warnings.slice(0, SHOWN_REMARKS).map((warning, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row can have the same remark twice
              <li key={index}>
                {warning.row > 0 ? `Row ${warning.row.toLocaleString('en')}: ` : ''}
                {warning.message}
              </li>
            ))}
            {preview.warnings.length > SHOWN_REMARKS ? (
              <li>and {preview.warnings.length - SHOWN_REMARKS} more</li>
            ) : null}
          </ul>
        </section>
      ) : null}
    </form>
  )
}
