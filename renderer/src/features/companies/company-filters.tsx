import { X } from 'lucide-react'
import type { CompanyShow, CompanySort } from '../../../../main/contract/companies.ts'
import { IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import type { CompaniesView } from './companies-view.ts'

const SORTS: readonly { value: CompanySort; label: string }[] = [
  { value: 'jobs', label: 'Most jobs first' },
  { value: 'name', label: 'By name' },
]

/** What narrows and orders the list of companies. */
export function CompanyFilters({
  view,
  counts,
  onChange,
}: {
  view: CompaniesView
  counts: { favourites: number; blocked: number } | undefined
  onChange: (view: CompaniesView) => void
}) {
  const shows: readonly { value: CompanyShow; label: string }[] = [
    { value: 'all', label: 'All companies' },
    {
      value: 'favourites',
      label: `Favourites${counts ? ` (${counts.favourites.toLocaleString('en')})` : ''}`,
    },
    { value: 'blocked', label: `Blocked${counts ? ` (${counts.blocked.toLocaleString('en')})` : ''}` },
  ]
  return (
    <div role="toolbar" aria-label="Filters and order" className="flex flex-wrap items-center gap-2">
      <span className="relative flex-1 basis-full sm:max-w-72 sm:basis-48">
        <TextField
          label="Search companies"
          hideLabel
          type="text"
          role="searchbox"
          placeholder="Name of a company"
          value={view.text}
          onChange={event => onChange({ ...view, text: event.target.value })}
        />
        {view.text === '' ? null : (
          <span className="absolute inset-y-0 right-0.5 flex items-center bg-surface">
            <IconButton label="Clear the search" icon={X} onClick={() => onChange({ ...view, text: '' })} />
          </span>
        )}
      </span>
      <Select
        label="Which companies"
        hideLabel
        className="flex-1 basis-32 sm:max-w-44"
        value={view.show}
        options={shows}
        onChange={show => onChange({ ...view, show })}
      />
      <Select
        label="Order"
        hideLabel
        className="flex-1 basis-32 sm:max-w-44"
        value={view.sort}
        options={SORTS}
        onChange={sort => onChange({ ...view, sort })}
      />
    </div>
  )
}
