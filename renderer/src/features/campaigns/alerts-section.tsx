import { type Control, Controller, type FieldErrors } from 'react-hook-form'
import type { CampaignDraft, CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { Section } from '../../ui/page.tsx'
import { Slider } from '../../ui/slider.tsx'
import { ScheduleField } from './schedule-field.tsx'

/** When a campaign runs by itself, and from which score a job is worth a message. */
export function AlertsSection({
  control,
  errors,
}: {
  control: Control<CampaignDraftInput, unknown, CampaignDraft>
  errors: FieldErrors<CampaignDraftInput>
}) {
  return (
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
  )
}
