import { useState } from 'react'
import type { CampaignId } from '../../../../../main/contract/ids.ts'
import type { SourceKind } from '../../../../../main/contract/sources.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { AddedStep } from './added-step.tsx'
import { Catalogue } from './catalogue.tsx'
import { KIND_FORM, KindForm } from './kind-form.tsx'
import { PASTE_FORM, PasteForm } from './paste-form.tsx'
import { type Line, useChosenCampaigns } from './use-adding.ts'

type Step =
  | { at: 'choose'; tab: 'paste' | 'catalogue'; text: string }
  | { at: 'kind'; kind: SourceKind }
  | { at: 'added'; lines: readonly Line[] }

/** Adds sources by pasted careers addresses or out of the catalogue, then shows how each answers. */
export function AddSource({ campaignId, onClose }: { campaignId: CampaignId | null; onClose: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'choose', tab: 'paste', text: '' })
  const [busy, setBusy] = useState(false)
  const [count, setCount] = useState(0)
  const campaigns = useChosenCampaigns(campaignId)
  const onAdded = (lines: readonly Line[]) => setStep({ at: 'added', lines })

  const footer =
    step.at === 'choose' ? (
      <>
        <Button onClick={onClose}>Cancel</Button>
        {step.tab === 'paste' ? (
          <Button look="primary" type="submit" form={PASTE_FORM} busy={busy}>
            {count > 1 ? `Add ${count} sources` : 'Add source'}
          </Button>
        ) : null}
      </>
    ) : step.at === 'kind' ? (
      <>
        <Button onClick={() => setStep({ at: 'choose', tab: 'catalogue', text: '' })}>
          Back to the catalogue
        </Button>
        <Button look="primary" type="submit" form={KIND_FORM} busy={busy}>
          Add source
        </Button>
      </>
    ) : (
      <>
        <Button
          onClick={() => {
            const left = step.lines.filter(line => line.outcome === 'unknown' || line.outcome === 'failed')
            setStep({ at: 'choose', tab: 'paste', text: left.map(line => line.text).join('\n') })
          }}
        >
          Add more
        </Button>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </>
    )

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        step.at === 'kind'
          ? `Add ${step.kind.label}`
          : step.at === 'added'
            ? addedTitle(step.lines)
            : 'Add a source'
      }
      description={step.at === 'kind' ? step.kind.about : undefined}
      footer={footer}
    >
      {step.at === 'choose' ? (
        <Tabs
          label="Ways to add a source"
          value={step.tab}
          onChange={tab => setStep({ ...step, tab: tab === 'catalogue' ? 'catalogue' : 'paste' })}
          tabs={[
            {
              value: 'paste',
              label: 'Paste addresses',
              content: (
                <PasteForm
                  text={step.text}
                  onText={text => setStep({ ...step, text })}
                  campaigns={campaigns}
                  onBusy={setBusy}
                  onCount={setCount}
                  onAdded={onAdded}
                />
              ),
            },
            {
              value: 'catalogue',
              label: 'Catalogue',
              content: <Catalogue onChoose={kind => setStep({ at: 'kind', kind })} />,
            },
          ]}
        />
      ) : null}
      {step.at === 'kind' ? (
        <KindForm
          key={step.kind.kind}
          kind={step.kind}
          campaigns={campaigns}
          onBusy={setBusy}
          onAdded={onAdded}
        />
      ) : null}
      {step.at === 'added' ? (
        <AddedStep lines={step.lines} inCampaign={campaigns.value.length > 0} onLeave={onClose} />
      ) : null}
    </Dialog>
  )
}

function addedTitle(lines: readonly Line[]): string {
  const added = lines.filter(line => line.outcome === 'added').length
  return added === 0 ? 'No source added' : added === 1 ? 'Source added' : `${added} sources added`
}
