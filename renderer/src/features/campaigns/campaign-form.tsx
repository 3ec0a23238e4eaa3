import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useId, useMemo } from 'react'
import { Controller, type FieldPath, useForm } from 'react-hook-form'
import { CampaignDraft, type CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { TextField } from '../../ui/field.tsx'
import { MultiSelect, TagInput } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Slider } from '../../ui/slider.tsx'
import {
  countryChoices,
  currencyChoices,
  REMOTE_CHOICES,
  SENIORITY_CHOICES,
  SIZE_CHOICES,
  TYPE_CHOICES,
} from './choices.ts'
import { ScheduleField } from './schedule-field.tsx'
import { Weights } from './weights.tsx'

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

/** The fields of a campaign. `id` ties the submit button of the page to the form. */
export function CampaignForm({
  id,
  initial,
  onSave,
  onDirty,
}: {
  id: string
  initial: CampaignDraft
  onSave: (draft: CampaignDraft) => Promise<void>
  /** Tells whether something would be lost by leaving. */
  onDirty: (dirty: boolean) => void
}) {
  const countries = useMemo(countryChoices, [])
  const currencies = useMemo(currencyChoices, [])
  const form = useForm<CampaignDraftInput, unknown, CampaignDraft>({
    resolver: zodResolver(CampaignDraft),
    defaultValues: initial,
    mode: 'onTouched',
  })
  const { control, register, formState } = form
  const { errors, isDirty } = formState
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  const problemId = useId()

  const save = form.handleSubmit(async draft => {
    try {
      onDirty(false)
      await onSave(draft)
    } catch (thrown) {
      onDirty(true)
      const error = errorOf(thrown)
      const field =
        error.field && error.field in draft ? (error.field as FieldPath<CampaignDraftInput>) : 'root'
      const { what, kept, todo } = errorText(error)
      form.setError(
        field,
        { message: field === 'root' ? `${error.message || what} ${kept} ${todo}` : error.message },
        { shouldFocus: true },
      )
    }
  })

  return (
    <form
      id={id}
      noValidate
      aria-describedby={errors.root ? problemId : undefined}
      onSubmit={event => void save(event)}
      className="flex max-w-3xl flex-col gap-4"
    >
      {errors.root ? (
        <p id={problemId} role="alert" className="rounded border border-bad bg-bad-soft px-3 py-2 text-base">
          {errors.root.message}
        </p>
      ) : null}
      <Section title="What" lead="Only the name is needed; whatever is left empty is no preference.">
        <div className="flex flex-col gap-4">
          <TextField
            label="Name"
            placeholder="Backend in Leeds"
            {...register('name')}
            error={errors.name?.message}
          />
          <TextField
            label="Title"
            hint="Words of the wanted title; put OR between alternatives."
            placeholder="backend engineer OR platform engineer"
            {...register('query')}
            error={errors.query?.message}
          />
          <Controller
            control={control}
            name="skills"
            render={({ field }) => (
              <TagInput
                label="Skills"
                hint="Enter or a comma adds one."
                placeholder="Python, PostgreSQL"
                value={field.value ?? []}
                onChange={field.onChange}
                error={errors.skills?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="seniority"
            render={({ field }) => (
              <MultiSelect
                label="Seniority"
                options={SENIORITY_CHOICES}
                value={field.value ?? []}
                onChange={field.onChange}
              />
            )}
          />
        </div>
      </Section>
      <Section title="Where">
        <div className="flex flex-col gap-4">
          <Controller
            control={control}
            name="country"
            render={({ field }) => (
              <Select
                label="Country"
                className="max-w-xs"
                options={countries}
                value={field.value ?? ''}
                onChange={value => field.onChange(value === '' ? null : value)}
                error={errors.country?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="locations"
            render={({ field }) => (
              <TagInput
                label="Places"
                hint="Towns or regions that would do."
                placeholder="Leeds, Manchester"
                value={field.value ?? []}
                onChange={field.onChange}
                error={errors.locations?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="remote_preference"
            render={({ field }) => (
              <MultiSelect
                label="Remote or on site"
                options={REMOTE_CHOICES}
                value={field.value ?? []}
                onChange={field.onChange}
              />
            )}
          />
        </div>
      </Section>
      <Section title="Terms">
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-3">
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
      <Section title="Run and alerts">
        <div className="flex flex-col gap-4">
          <Controller
            control={control}
            name="schedule"
            render={({ field }) => (
              <ScheduleField
                value={field.value ?? null}
                onChange={field.onChange}
                error={errors.schedule?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="alert_threshold"
            render={({ field }) => (
              <Slider
                label="Notify from a score of"
                hint="A new job with at least this score counts as a match."
                className="max-w-md"
                value={field.value ?? 70}
                onChange={field.onChange}
              />
            )}
          />
        </div>
      </Section>
      <Section title="Ranking weights" lead="How much each factor counts in the score.">
        <Controller
          control={control}
          name="weights"
          render={({ field }) => <Weights value={field.value ?? null} onChange={field.onChange} />}
        />
      </Section>
    </form>
  )
}
