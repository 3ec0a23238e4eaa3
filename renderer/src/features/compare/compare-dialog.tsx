import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command as Cmdk } from 'cmdk'
import { useState } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CONTROL } from '../../ui/field.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'

/** Jobs that a search offers. */
const FOUND = 20

/** Chooses a job to set beside another one: among those near it in its list, or by a search. */
export function CompareDialog({
  open,
  title = 'Compare with another job',
  beside,
  without,
  near,
  onChoose,
  onClose,
}: {
  open: boolean
  title?: string
  /** The job that stands already, by its title; null: none does. */
  beside: string | null
  /** Jobs that cannot be chosen. */
  without: readonly JobId[]
  /** Offered while nothing is searched. */
  near: readonly JobRow[]
  onChoose: (row: JobRow) => void
  onClose: () => void
}) {
  return (
    <Dialog open={open} onClose={onClose} title={title} description={beside ?? undefined}>
      {open ? <Choice near={near} without={without} onChoose={onChoose} /> : null}
    </Dialog>
  )
}

function Choice({
  near,
  without,
  onChoose,
}: {
  near: readonly JobRow[]
  without: readonly JobId[]
  onChoose: (row: JobRow) => void
}) {
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { data, error } = useQuery({
    ...ask('search', 'jobs', { text: wanted, limit: FOUND }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const rows = (wanted === '' ? near : (data?.rows.map(({ job }) => job) ?? [])).filter(
    row => !without.includes(row.id),
  )
  return (
    <Cmdk label="Search for a job" shouldFilter={false} loop className="flex flex-col gap-2 pb-2">
      <Cmdk.Input
        value={text}
        onValueChange={setText}
        placeholder="Search by title, company or place"
        className={`${CONTROL} h-9`}
      />
      <p className="text-xs text-ink-3">
        {wanted === '' ? (near.length > 0 ? 'Near it in the list' : 'Write what the job is called') : 'Found'}
      </p>
      <Cmdk.List className="max-h-[50vh] overflow-y-auto">
        {rows.map(row => (
          <Cmdk.Item
            key={row.id}
            value={String(row.id)}
            onSelect={() => onChoose(row)}
            className="flex min-h-11 items-center gap-3 rounded px-2 py-1 data-[selected=true]:bg-selected"
          >
            <ScoreRing score={row.score} lessSure={row.lessSure} />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">{row.title}</span>
              <span className="block truncate text-xs text-ink-2">
                {[row.company, row.location].filter(Boolean).join(' · ')}
              </span>
            </span>
          </Cmdk.Item>
        ))}
      </Cmdk.List>
      {wanted !== '' && rows.length === 0 && (data || error) ? (
        <p role="status" className="text-sm text-ink-2">
          {error ? 'The search failed. Write again to repeat it.' : `No job has the words “${wanted}”.`}
        </p>
      ) : null}
    </Cmdk>
  )
}
