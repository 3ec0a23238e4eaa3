import type { RolecallError } from '../contract/errors.ts'
import type { Step } from '../contract/steps.ts'
import { runCollect } from './collect-run.ts'
import { runImport } from './import-run.ts'
import { checkStep, companiesStep, enrichStep, notifyStep } from './last-steps.ts'
import type { Progress } from './progress.ts'
import { forgetCampaign, runRank } from './rank-run.ts'
import { type Stage, stagesOf } from './rules/graph.ts'
import { campaignOf, type RunContext } from './stages.ts'
import { createStepWork, type StepEnd } from './step-work.ts'
import type { Run } from './store.ts'

/**
 * Works a run off, stage by stage; stages that came to their end before a crash are passed over. Answers what a step that
 * may not fail has failed of.
 */
export async function runStages(
  context: RunContext,
  run: Run,
  progress: Progress,
  signal: AbortSignal,
): Promise<RolecallError | null> {
  const campaign = campaignOf(context, run.campaignId)
  const steps = createStepWork(context, run, progress, signal)

  const stream = async (): Promise<StepEnd> => {
    if (!campaign) return {}
    if (run.kind === 'import') return { error: await runImport(context, run, campaign, progress, signal) }
    if (run.kind === 'collect')
      return { error: await runCollect({ context, run, campaign, progress, signal }, steps) }
    return { error: await runRank(context, run, campaign, progress, signal) }
  }
  const alone: Partial<Record<Step, () => Promise<StepEnd>>> = {
    companies: () => companiesStep(context, progress),
    enrich: () => enrichStep(context),
    check: () => checkStep(context, run, progress, signal),
    notify: () => notifyStep(context, run, progress, signal),
  }
  const workOf = ({ steps: [first] }: Stage) => (first && alone[first]) || stream

  if (!campaign) {
    await forgetCampaign(context, run.campaignId, signal)
    const gone = async (): Promise<StepEnd> => ({ state: 'skipped', note: 'The campaign was deleted.' })
    for (const stage of stagesOf(progress.steps.map(({ step }) => step))) await steps.runStage(stage, gone)
    return null
  }
  for (const stage of stagesOf(progress.steps.map(({ step }) => step))) {
    const error = await steps.runStage(stage, workOf(stage))
    if (error || signal.aborted) return error
  }
  return null
}
