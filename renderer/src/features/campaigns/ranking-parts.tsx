import type { ReactNode } from 'react'
import { type Control, Controller, type FieldErrors, useWatch } from 'react-hook-form'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { DEFAULT_WEIGHTS, EligibilityRules, NO_RULES } from '../../../../main/contract/ranking.ts'
import type { CampaignDraft, CampaignDraftInput } from '../../../../main/contract/shapes.ts'
import { useSettings } from '../../app/use-settings.ts'
import { Section } from '../../ui/page.tsx'
import { Asked } from './asked.tsx'
import { EstimatePanel } from './estimate-panel.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { orderText } from './preview-words.ts'
import { RulesSection } from './rules-section.tsx'
import { useEstimate } from './use-estimate.ts'
import { usePresentOrder, useRankingPreview } from './use-ranking-preview.ts'
import { WeightsChoice } from './weights-choice.tsx'
import { idleFactors } from './weights-math.ts'

/**
 * The form in one column, and beside it, where there is room, what it would find as it is, and what weights and rules
 * would show of the jobs that the campaign knows. `children` are the other sections; they come first.
 */
export function RankingParts({
  control,
  errors,
  campaignId,
  wishesChanged,
  rulesChanged,
  children,
}: {
  control: Control<CampaignDraftInput, unknown, CampaignDraft>
  errors: FieldErrors<CampaignDraftInput>
  campaignId: CampaignId | null
  /** Something else of the campaign is changed and not saved, which the preview does not know of. */
  wishesChanged: boolean
  rulesChanged: boolean
  children: ReactNode
}) {
  const settings = useSettings()
  const general = settings.data?.rankingWeights ?? DEFAULT_WEIGHTS
  const draft = useWatch({ control })
  const rules = EligibilityRules.safeParse(useWatch({ control, name: 'rules' }) ?? NO_RULES)
  const weights = useWatch({ control, name: 'weights' }) ?? general
  const present = usePresentOrder(campaignId)
  const preview = useRankingPreview(
    campaignId === null || !settings.data
      ? null
      : // Rules that are saved are known of every job. Those that cannot be saved are not tried: their fields say why.
        { campaignId, weights, rules: rulesChanged && rules.success ? rules.data : null },
  )
  const estimate = useEstimate(draft as Partial<CampaignDraftInput>)
  const rows = preview.data?.rows ?? []
  return (
    <div className="grid max-w-3xl gap-4 @min-[44rem]/form:max-w-none @min-[44rem]/form:grid-cols-[minmax(0,1fr)_17rem] @min-[70rem]/form:grid-cols-[minmax(0,48rem)_24rem] @min-[70rem]/form:gap-6">
      <div className="flex min-w-0 flex-col gap-4">
        {children}
        <RulesSection
          control={control}
          errors={errors.rules}
          preview={preview.data}
          waiting={present?.total}
        />
        <Asked part="weights">
          <Section title="Ranking weights" lead="How much each factor counts in the score.">
            <Controller
              control={control}
              name="weights"
              render={({ field }) => (
                <WeightsChoice
                  value={field.value ?? null}
                  onChange={field.onChange}
                  general={general}
                  idle={idleFactors(draft)}
                  note={
                    rows.length > 0 ? (
                      <span className="@min-[44rem]/form:hidden">{orderText(rows)}</span>
                    ) : null
                  }
                />
              )}
            />
          </Section>
        </Asked>
      </div>
      <div className="flex min-w-0 flex-col gap-4 self-start rounded border border-line bg-surface px-4 py-3 @min-[44rem]/form:sticky @min-[44rem]/form:top-4 @min-[44rem]/form:max-h-[calc(100dvh-9rem)] @min-[44rem]/form:overflow-y-auto">
        {/* The list below says the same as the best of it, while only weights and rules change. */}
        <EstimatePanel estimate={estimate} rows={campaignId === null || wishesChanged} />
        {campaignId === null ? null : (
          <PreviewPanel
            preview={preview}
            campaignId={campaignId}
            note={
              wishesChanged
                ? 'It follows the weights and the rules. The other changes of this form count once they are saved.'
                : null
            }
          />
        )}
      </div>
    </div>
  )
}
