import { useMemo } from 'react'
import { type Control, Controller, type FieldErrors } from 'react-hook-form'
import type { CampaignDraft, CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { currencyChoices, SIZE_CHOICES, TYPE_CHOICES } from './choices.ts'

const DATE_WINDOWS = [
  { value: '', label: 'Any age' },
  { value: '3', label: 'Last 3 days' },
  { value: '7', label: 'Last 7 days' },
  { value: '14', label: 'Last 14 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
]

/** Any number of days that a campaign may hold, also one that no choice offers. */
function windowChoices(days: number | null | undefined) {
  if (!days || DATE_WINDOWS.some(one => one.value === String(days))) return DATE_WINDOWS
  return [...DATE_WINDOWS, { value: String(days), label: `Last ${days} days` }]
}

/** Pay, kind of employment, company and age of a campaign. */
export function TermsSection({
  control,
  errors,
}: {
  control: Control<CampaignDraftInput, unknown, CampaignDraft>
  errors: FieldErrors<CampaignDraftInput>
}) {
  const currencies = useMemo(currencyChoices, [])
  return (
    <Section title="Terms">
      <div className="@container flex flex-col gap-4">
        <div className="grid gap-4 @min-[32rem]:grid-cols-3">
          <Controller
            control={control}
            name="salary_min"
            render={({ field }) => (
              <NumberField
                label="Yearly salary from"
                placeholder="50,000"
                value={field.value ?? null}
                onChange={field.onChange}
                min={0}
                error={errors.salary_min?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="salary_max"
            render={({ field }) => (
              <NumberField
                label="Yearly salary to"
                placeholder="75,000"
                value={field.value ?? null}
                onChange={field.onChange}
                min={0}
                error={errors.salary_max?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="salary_currency"
            render={({ field }) => (
              <Select
                label="Currency"
                options={currencies}
                value={field.value ?? ''}
                onChange={value => field.onChange(value === '' ? null : value)}
                error={errors.salary_currency?.message}
              />
            )}
          />
        </div>
        <Controller
          control={control}
          name="employment_types"
          render={({ field }) => (
            <MultiSelect
              label="Employment type"
              options={TYPE_CHOICES}
              value={field.value ?? []}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="company_sizes"
          render={({ field }) => (
            <MultiSelect
              label="Company size"
              options={SIZE_CHOICES}
              value={field.value ?? []}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="date_window_days"
          render={({ field }) => (
            <Select
              label="Age of postings"
              className="max-w-xs"
              options={windowChoices(field.value)}
              value={String(field.value ?? '')}
              onChange={value => field.onChange(value === '' ? null : Number(value))}
            />
          )}
        />
      </div>
    </Section>
  )
}
