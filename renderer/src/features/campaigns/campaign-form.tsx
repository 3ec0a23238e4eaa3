import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useId, useMemo, useRef } from 'react'
import { Controller, type FieldPath, useForm } from 'react-hook-form'
import { CampaignDraft, type CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { TextField } from '../../ui/field.tsx'
import { MultiSelect, TagInput } from '../../ui/multi-select.tsx'
import { parseAmount } from '../../ui/number-text.ts'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Slider } from '../../ui/slider.tsx'
import { countryChoices, REMOTE_CHOICES, SENIORITY_CHOICES } from './choices.ts'
import { ScheduleField } from './schedule-field.tsx'
import { TermsSection } from './terms-section.tsx'
import { Weights } from './weights.tsx'

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
  const form = useForm<CampaignDraftInput, unknown, CampaignDraft>({
    resolver: zodResolver(CampaignDraft),
    defaultValues: initial,
    mode: 'onTouched',
  })
  const { control, register, formState } = form
  const { errors, isDirty } = formState
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  const problemId = useId()

  const box = useRef<HTMLFormElement>(null)
  // Controls that are no plain inputs cannot be focused by the form library; the mark of the error finds them all.
  const focusFirstError = () =>
    void requestAnimationFrame(() => {
      const first = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
      first?.focus({ preventScroll: true })
      first?.scrollIntoView({ block: 'center' })
    })

  const save = form.handleSubmit(async draft => {
    const unread = unreadNumber(box.current)
    if (unread) {
      unread.focus()
      return
    }
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
      focusFirstError()
    }
  }, focusFirstError)

  return (
    <form
      ref={box}
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
      <TermsSection control={control} errors={errors} />
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

/** The first number field whose text is no number: the form does not know of it and would save what was before. */
function unreadNumber(form: HTMLFormElement | null): HTMLInputElement | undefined {
  const fields = form?.querySelectorAll<HTMLInputElement>('input[inputmode="decimal"]') ?? []
  return [...fields].find(field => Number.isNaN(parseAmount(field.value)))
}
