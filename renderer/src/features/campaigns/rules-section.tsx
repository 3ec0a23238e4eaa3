import { EyeOff } from 'lucide-react'
import { type Control, Controller, type FieldErrors, useWatch } from 'react-hook-form'
import type { CampaignDraft, CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { MultiSelect, TagInput } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { SENIORITY_CHOICES } from './choices.ts'
import { LanguageInput } from './language-input.tsx'
import { hiddenText, type RankingPreview } from './preview-words.ts'
import { firstMessage, remoteRemark, seniorityRemark } from './rules-checks.ts'

type FormControl = Control<CampaignDraftInput, unknown, CampaignDraft>
type RuleErrors = FieldErrors<CampaignDraftInput>['rules']

/** What a job must have and must not have to be shown. `preview`: what the rules do to the known jobs, if there are any. */
export function RulesSection({
  control,
  errors,
  preview,
  waiting,
}: {
  control: FormControl
  errors: RuleErrors
  preview: RankingPreview | undefined
  /** Jobs that wait in the campaign. */
  waiting: number | undefined
}) {
  return (
    <Section
      title="Must have and must not have"
      lead="Waiting jobs that break a rule are hidden, never deleted, and say why. What a posting does not state hides nothing."
    >
      <div className="@container flex flex-col gap-4">
        <div className="grid gap-x-8 gap-y-5 @min-[38rem]:grid-cols-2">
          <MustHave control={control} errors={errors} />
          <MustNotHave control={control} errors={errors} />
        </div>
        {preview ? (
          <p role="status" className="flex items-start gap-2 border-t border-line pt-3 text-sm text-ink-2">
            <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
            {hiddenText(preview, waiting)}
          </p>
        ) : null}
      </div>
    </Section>
  )
}

function MustHave({ control, errors }: { control: FormControl; errors: RuleErrors }) {
  const [wished, currency, only] = useWatch({
    control,
    name: ['remote_preference', 'salary_currency', 'rules.remote_only'],
  })
  const remark = remoteRemark(only ?? false, wished ?? [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other headings
    <div role="group" aria-labelledby="must-have" className="flex flex-col gap-4">
      <h3 id="must-have" className="text-sm font-semibold">
        A job must have
      </h3>
      <Controller
        control={control}
        name="rules.require_words"
        render={({ field }) => (
          <TagInput
            label="All of these words"
            hint="Whole words or phrases in the title or the text."
            placeholder="Kubernetes"
            value={field.value ?? []}
            onChange={field.onChange}
            error={firstMessage(errors?.require_words)}
          />
        )}
      />
      <Controller
        control={control}
        name="rules.minimum_salary"
        render={({ field }) => (
          <NumberField
            label="A yearly salary of at least"
            hint="Hides a job whose highest stated pay is below, after conversion."
            placeholder="50,000"
            min={0}
            max={1_000_000_000}
            {...(currency ? { unit: currency } : {})}
            className="max-w-xs"
            value={field.value ?? null}
            onChange={value => field.onChange(value === null ? null : Math.round(value))}
            error={firstMessage(errors?.minimum_salary)}
          />
        )}
      />
      <Controller
        control={control}
        name="rules.languages"
        render={({ field }) => (
          <LanguageInput
            label="Only languages that you speak"
            hint="Name all of them, English too; a job that requires another one is hidden."
            value={field.value ?? []}
            onChange={field.onChange}
            error={firstMessage(errors?.languages)}
          />
        )}
      />
      <div className="flex flex-col gap-1">
        <Controller
          control={control}
          name="rules.remote_only"
          render={({ field }) => (
            <Checkbox
              label="Remote work: on-site and hybrid jobs are hidden"
              checked={field.value ?? false}
              onChange={field.onChange}
            />
          )}
        />
        {remark ? <p className="pl-8 text-xs text-warn">{remark}</p> : null}
        <Controller
          control={control}
          name="rules.needs_sponsorship"
          render={({ field }) => (
            <Checkbox
              label="A visa for you: jobs that rule sponsorship out are hidden"
              checked={field.value ?? false}
              onChange={field.onChange}
            />
          )}
        />
      </div>
    </div>
  )
}

function MustNotHave({ control, errors }: { control: FormControl; errors: RuleErrors }) {
  const [wished, excluded] = useWatch({ control, name: ['seniority', 'rules.exclude_seniority'] })
  const remark = seniorityRemark(excluded ?? [], wished ?? [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other headings
    <div role="group" aria-labelledby="must-not-have" className="flex flex-col gap-4">
      <h3 id="must-not-have" className="text-sm font-semibold">
        A job must not have
      </h3>
      <Controller
        control={control}
        name="rules.exclude_words"
        render={({ field }) => (
          <TagInput
            label="Any of these words"
            hint="Whole words or phrases in the title or the text."
            placeholder="commission only"
            value={field.value ?? []}
            onChange={field.onChange}
            error={firstMessage(errors?.exclude_words)}
          />
        )}
      />
      <Controller
        control={control}
        name="rules.exclude_companies"
        render={({ field }) => (
          <TagInput
            label="One of these companies"
            hint="Hidden in this campaign only. To hide a company everywhere, block it under Companies."
            placeholder="Acme"
            value={field.value ?? []}
            onChange={field.onChange}
            error={firstMessage(errors?.exclude_companies)}
          />
        )}
      />
      <Controller
        control={control}
        name="rules.exclude_seniority"
        render={({ field }) => (
          <MultiSelect
            label="One of these levels"
            hint={remark ? <span className="text-warn">{remark}</span> : undefined}
            options={SENIORITY_CHOICES}
            value={field.value ?? []}
            onChange={field.onChange}
            error={firstMessage(errors?.exclude_seniority)}
          />
        )}
      />
    </div>
  )
}
