import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { CampaignId, RunId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
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
}

/** From a file to its jobs: choose, hand over, check the columns, watch, read what came of it. */
export function ImportDialog({
  file,
  campaignId,
  onClose,
}: {
  file: File | null
  campaignId: CampaignId | null
  onClose: () => void
}) {
  const { step, take, start, reset } = useImport(file)
  return (
    <Dialog
      open
      onClose={onClose}
      title={TITLES[step.at]}
      width={step.at === 'map' || step.at === 'run' ? 'wide' : 'normal'}
      footer={<Footer step={step} onReset={reset} onClose={onClose} />}
    >
      {step.at === 'choose' ? <ChooseStep error={step.error} onChoose={take} /> : null}
      {step.at === 'upload' ? <UploadProgress file={step.file} sent={step.sent} /> : null}
      {step.at === 'look' ? <ProgressBar label="Format, encoding and columns" done={0} total={null} /> : null}
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
    </Dialog>
  )
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

function Footer({ step, onReset, onClose }: { step: ImportStep; onReset: () => void; onClose: () => void }) {
  if (step.at === 'choose') return <Button onClick={onClose}>Cancel</Button>
  if (step.at === 'upload' || step.at === 'look') return <Button onClick={onReset}>Cancel</Button>
  if (step.at === 'run')
    return <RunFooter runId={step.runId} campaignId={step.campaignId} onClose={onClose} />
  return (
    <>
      <Button onClick={onReset}>Choose another file</Button>
      {step.preview.problem ? null : (
        <Button look="primary" type="submit" form={MAP_FORM} busy={step.starting}>
          Start the import
        </Button>
      )}
    </>
  )
}

function RunFooter({
  runId,
  campaignId,
  onClose,
}: {
  runId: RunId
  campaignId: CampaignId
  onClose: () => void
}) {
  const { data } = useQuery(ask('runs', 'get', { runId }))
  const navigate = useNavigate()
  const going = !data || isGoing(data.run)
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
