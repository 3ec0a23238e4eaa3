import { useId, useMemo, useState } from 'react'
import { type Control, Controller, type FieldErrors, type UseFormRegister, useWatch } from 'react-hook-form'
import type { CampaignDraft, CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { TextField } from '../../ui/field.tsx'
import { MultiSelect, TagInput } from '../../ui/multi-select.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { countryChoices, REMOTE_CHOICES, SENIORITY_CHOICES } from './choices.ts'
import { firstMessage } from './rules-checks.ts'
import { useSkillSuggestions, useTitleSuggestions } from './use-suggestions.ts'

/** What a campaign looks for, and where. */
export function SearchSection({
  control,
  register,
  errors,
}: {
  control: Control<CampaignDraftInput, unknown, CampaignDraft>
  register: UseFormRegister<CampaignDraftInput>
  errors: FieldErrors<CampaignDraftInput>
}) {
  const countries = useMemo(countryChoices, [])
  return (
    <>
      <Section title="What" lead="Only the name is needed; whatever is left empty is no preference.">
        <div className="flex flex-col gap-4">
          <TextField
            label="Name"
            placeholder="Backend in Leeds"
            {...register('name')}
            error={errors.name?.message}
          />
          <TitleField control={control} register={register} error={errors.query?.message} />
          <Controller
            control={control}
            name="skills"
            render={({ field }) => (
              <SkillsInput
                value={field.value ?? []}
                onChange={field.onChange}
                error={firstMessage(errors.skills)}
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
                error={firstMessage(errors.locations)}
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
    </>
  )
}

/** The wanted title; titles of known jobs are suggested for the alternative that is being typed. */
function TitleField({
  control,
  register,
  error,
}: {
  control: Control<CampaignDraftInput, unknown, CampaignDraft>
  register: UseFormRegister<CampaignDraftInput>
  error: string | undefined
}) {
  const list = useId()
  const suggestions = useTitleSuggestions(useWatch({ control, name: 'query' }) ?? '')
  return (
    <>
      <TextField
        label="Title"
        hint="Words of the wanted title; put OR between alternatives."
        placeholder="backend engineer OR platform engineer"
        // Without suggestions it stays a plain field, which is read as such.
        list={suggestions.length > 0 ? list : undefined}
        className="[&_input::-webkit-calendar-picker-indicator]:hidden!"
        {...register('query')}
        error={error}
      />
      <datalist id={list}>
        {suggestions.map(title => (
          <option key={title} value={title} />
        ))}
      </datalist>
    </>
  )
}

/** The wanted skills; names that postings ask for are suggested. */
function SkillsInput({
  value,
  onChange,
  error,
}: {
  value: string[]
  onChange: (value: string[]) => void
  error: string | undefined
}) {
  const [typed, setTyped] = useState('')
  const suggestions = useSkillSuggestions(typed, value)
  return (
    <TagInput
      label="Skills"
      hint="Enter or a comma adds one."
      placeholder="Python, PostgreSQL"
      value={value}
      onChange={onChange}
      {...(suggestions.length > 0 ? { suggestions } : {})}
      onTyped={setTyped}
      error={error}
    />
  )
}
