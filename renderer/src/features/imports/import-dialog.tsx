import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { CampaignId, RunId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { CampaignChoice, useCampaignChoice } from '../add/campaign-choice.tsx'
import { COMPANY_FORM, CompanyForm } from '../add/company-form.tsx'
import { Problem } from '../add/problem.tsx'
import { REVIEW_FORM, ReviewForm } from '../add/review-form.tsx'
import { useAdded } from '../add/use-added.ts'
import { isGoing } from '../campaigns/run-words.ts'
import { ChooseStep } from './choose-step.tsx'
import { MAP_FORM, MapStep } from './map-step.tsx'
import { RunStep } from './run-step.tsx'
import { type ImportStep, useImport } from './use-import.ts'

const TITLES: Record<ImportStep['at'], string> = {
  choose: 'Import jobs',
  upload: 'Reading the file',
  look: 'Looking into the file',
  map: 'Check before importing',
  run: 'Import',
  company: 'Which company is it?',
  review: 'Check before saving',
}

/** From files to their jobs, one after the other: choose, hand over, check, watch, read what came of it. */
export function ImportDialog({
  files,
  campaignId,
  onClose,
}: {
  files: readonly File[]
  campaignId: CampaignId | null
  onClose: () => void
}) {
  const [lookedAt, chooseCampaign] = useCampaignChoice()
  const single = campaignId ?? lookedAt
  const onAdded = useAdded()
  const { step, waiting, take, next, start, nameCompany, save, reset } = useImport(files, {
    campaignId: single,
    onAdded,
    onDone: onClose,
  })
  const choice = campaignId === null ? <CampaignChoice value={single} onChange={chooseCampaign} /> : null
  return (
    <Dialog
      open
      onClose={onClose}
      title={TITLES[step.at]}
      description={whichFile(step, waiting)}
      width={step.at === 'map' || step.at === 'run' ? 'wide' : 'normal'}
      footer={<Footer step={step} waiting={waiting} onReset={reset} onNext={next} onClose={onClose} />}
    >
      {step.at === 'choose' ? <ChooseStep error={step.error} onChoose={take} /> : null}
      {step.at === 'upload' ? <UploadProgress file={step.file} sent={step.sent} /> : null}
      {step.at === 'look' ? <ProgressBar label="What is in it" done={0} total={null} countHidden /> : null}
      {step.at === 'map' && step.preview.problem ? (
        <p role="alert" className="rounded border border-bad bg-bad-soft px-3 py-2">
          {step.preview.problem.message} Nothing was imported. Choose another file, or export it again.
        </p>
      ) : null}
      {step.at === 'map' && !step.preview.problem ? (
        <MapStep
          file={step.file}
          preview={step.preview}
          campaignId={campaignId}
          error={step.error}
          onStart={(goal, mapping) => void start(goal, mapping)}
        />
      ) : null}
      {step.at === 'run' ? <RunStep runId={step.runId} campaignId={step.campaignId} /> : null}
      {step.at === 'company' ? (
        <div className="flex flex-col gap-3">
          <CompanyForm
            key={step.uploadId}
            posting={step.posting}
            onSave={company => void nameCompany(company)}
          />
          {choice}
        </div>
      ) : null}
      {step.at === 'review' ? (
        <div className="flex flex-col gap-3">
          {step.error === null ? null : <Problem error={step.error} />}
          <ReviewForm
            key={step.file.name}
            text={step.text}
            facts={step.facts}
            onSave={reviewed => void save(reviewed)}
          />
          {choice}
        </div>
      ) : null}
    </Dialog>
  )
}

/** Which file it is, where that is not plain, and how many follow. */
function whichFile(step: ImportStep, waiting: number): string | undefined {
  const file = step.at === 'company' || step.at === 'review' ? step.file.name : ''
  const more = waiting === 0 ? '' : `${waiting} more ${waiting === 1 ? 'file' : 'files'} after this one`
  return [file, more].filter(Boolean).join(' · ') || undefined
}

function UploadProgress({ file, sent }: { file: File; sent: number }) {
  // A count of millions of kilobytes tells nobody anything.
  const [unit, bytes] = file.size > 10_000_000 ? ['MB', 1_000_000] : ['kB', 1000]
  return (
    <ProgressBar
      label={`${file.name} (${unit})`}
      done={Math.floor(sent / bytes)}
      total={Math.max(1, Math.floor(file.size / bytes))}
    />
  )
}

function Footer({
  step,
  waiting,
  onReset,
  onNext,
  onClose,
}: {
  step: ImportStep
  waiting: number
  onReset: () => void
  onNext: () => void
  onClose: () => void
}) {
  const skip = waiting > 0 ? <Button onClick={onNext}>Go on with the next file</Button> : null
  switch (step.at) {
    case 'choose':
      return (
        <>
          <Button onClick={onClose}>Cancel</Button>
          {skip}
        </>
      )
    case 'upload':
    case 'look':
      return <Button onClick={onReset}>Cancel</Button>
    case 'run':
      return (
        <RunFooter
          runId={step.runId}
          campaignId={step.campaignId}
          skip={skip}
          onClose={waiting > 0 ? onNext : onClose}
        />
      )
    case 'company':
    case 'review':
      return (
        <>
          {skip ?? <Button onClick={onReset}>Choose another file</Button>}
          <Button
            look="primary"
            type="submit"
            form={step.at === 'company' ? COMPANY_FORM : REVIEW_FORM}
            busy={step.at === 'review' && step.saving}
          >
            Save the job
          </Button>
        </>
      )
    case 'map':
      return (
        <>
          {skip}
          <Button onClick={onReset}>Choose another file</Button>
          {step.preview.problem ? null : (
            <Button look="primary" type="submit" form={MAP_FORM} busy={step.starting}>
              Start the import
            </Button>
          )}
        </>
      )
  }
}

function RunFooter({
  runId,
  campaignId,
  skip,
  onClose,
}: {
  runId: RunId
  campaignId: CampaignId
  /** Instead of leading to the jobs: other files follow. */
  skip: React.ReactNode
  onClose: () => void
}) {
  const { data } = useQuery(ask('runs', 'get', { runId }))
  const navigate = useNavigate()
  const going = !data || isGoing(data.run)
  if (skip) return skip
  const show = () => {
    onClose()
    void navigate(`/jobs?campaign=${campaignId}`)
  }
  return (
    <>
      <Button onClick={onClose}>{going ? 'Go on in the background' : 'Close'}</Button>
      <Button look="primary" onClick={show}>
        Show the jobs
      </Button>
    </>
  )
}
