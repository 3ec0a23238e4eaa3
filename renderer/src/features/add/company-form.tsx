import { useState } from 'react'
import type { IncompletePosting } from '../../../../main/contract/by-hand.ts'
import { TextField } from '../../ui/field.tsx'

/** The form's id, for the button that saves. */
export const COMPANY_FORM = 'add-company'

/** Asks for the one thing that a page does not say: the company. */
export function CompanyForm({
  posting,
  onSave,
}: {
  posting: IncompletePosting
  onSave: (company: string) => void
}) {
  const [company, setCompany] = useState('')
  const [tried, setTried] = useState(false)
  const error = tried && company.trim() === '' ? 'Name the company.' : undefined
  return (
    <form
      id={COMPANY_FORM}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (company.trim() !== '') onSave(company.trim())
      }}
      className="flex flex-col gap-3"
    >
      <p>
        The page was read, but it does not say which company{' '}
        <span className="font-medium">{posting.title}</span>
        {posting.location ? ` (${posting.location})` : ''} is at. Nothing was stored yet.
      </p>
      <TextField
        label="Company"
        className="max-w-sm"
        maxLength={200}
        value={company}
        error={error}
        hint={
          posting.site
            ? `The page is on ${posting.site}, which may be only where it is advertised.`
            : undefined
        }
        onChange={event => setCompany(event.target.value)}
      />
    </form>
  )
}
