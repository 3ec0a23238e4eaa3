import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useId, useRef } from 'react'
import { type FieldPath, useForm } from 'react-hook-form'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { CampaignDraft, CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { focusInMiddle, focusInvalid } from '../../ui/focus.ts'
import { parseAmount } from '../../ui/number-text.ts'
import { AlertsSection } from './alerts-section.tsx'
import { RankingParts } from './ranking-parts.tsx'
import { CheckedDraft, plainIssue } from './rules-checks.ts'
import { SearchSection } from './search-section.tsx'
import { TermsSection } from './terms-section.tsx'

/** Fields that have no place of their own for a message that comes with saving. */
const WITHOUT_PLACE = new Set(['rules', 'weights'])

/** The fields of a campaign. `id` ties the submit button of the page to the form. */
export function CampaignForm({
  id,
  campaignId,
  initial,
  onSave,
  onDirty,
}: {
  id: string
  /** null: a new one, which has no jobs to try the ranking on. */
  campaignId: CampaignId | null
  initial: CampaignDraft
  onSave: (draft: CampaignDraft) => Promise<void>
  /** Tells whether something would be lost by leaving. */
  onDirty: (dirty: boolean) => void
}) {
  const form = useForm<CampaignDraftInput, unknown, CampaignDraft>({
    resolver: zodResolver(CheckedDraft, { error: plainIssue }),
    defaultValues: initial,
    mode: 'onTouched',
  })
  const { control, register, formState } = form
  const { errors, isDirty, dirtyFields } = formState
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  const problemId = useId()

  const box = useRef<HTMLFormElement>(null)
  // Controls that are no plain inputs cannot be focused by the form library; the mark of the error finds them all.
  const focusFirstError = () => focusInvalid(box.current)

  const save = form.handleSubmit(async draft => {
    const unread = unreadNumber(box.current)
    if (unread) {
      focusInMiddle(unread)
      return
    }
    try {
      onDirty(false)
      await onSave(draft)
    } catch (thrown) {
      onDirty(true)
      const error = errorOf(thrown)
      const field =
        error.field && error.field in draft && !WITHOUT_PLACE.has(error.field)
          ? (error.field as FieldPath<CampaignDraftInput>)
          : 'root'
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
      className="@container/form"
    >
      {errors.root ? (
        <p
          id={problemId}
          role="alert"
          className="mb-4 max-w-3xl rounded border border-bad bg-bad-soft px-3 py-2 text-base"
        >
          {errors.root.message}
        </p>
      ) : null}
      <RankingParts
        control={control}
        errors={errors}
        campaignId={campaignId}
        rulesChanged={dirtyFields.rules !== undefined}
        wishesChanged={Object.keys(dirtyFields).some(field => !RANKED_HERE.has(field))}
      >
        <SearchSection control={control} register={register} errors={errors} />
        <TermsSection control={control} errors={errors} />
        <AlertsSection control={control} errors={errors} />
      </RankingParts>
    </form>
  )
}

/** Changes that the preview follows, or that do not touch the order of jobs. */
const RANKED_HERE = new Set(['rules', 'weights', 'name', 'schedule', 'alert_threshold'])

/** The first number field whose text is no number: the form does not know of it and would save what was before. */
function unreadNumber(form: HTMLFormElement | null): HTMLInputElement | undefined {
  const fields = form?.querySelectorAll<HTMLInputElement>('input[inputmode="decimal"]') ?? []
  return [...fields].find(field => Number.isNaN(parseAmount(field.value)))
}
