import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { CampaignChoice, useCampaignChoice } from './campaign-choice.tsx'
import { COMPANY_FORM, CompanyForm } from './company-form.tsx'
import { pasteKind } from './paste-kind.ts'
import { Problem } from './problem.tsx'
import { REVIEW_FORM, ReviewForm } from './review-form.tsx'
import { type AddStep, useAdd } from './use-add.ts'
import { useAdded } from './use-added.ts'

const TITLES: Record<AddStep['at'], string> = {
  edit: 'Add a job',
  reading: 'Reading the page',
  company: 'Which company is it?',
  review: 'Check before saving',
}

/** From an address or a text to a job. `given` is read at once. */
export function AddDialog({ given, onClose }: { given: string; onClose: () => void }) {
  const [campaignId, chooseCampaign] = useCampaignChoice()
  const say = useAdded()
  const add = useAdd(campaignId, added => {
    onClose()
    say(added)
  })
  const { step, take } = add
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || given === '') return
    begun.current = true
    void take(given)
  })
  const choice = <CampaignChoice value={campaignId} onChange={chooseCampaign} />
  return (
    <Dialog
      open
      onClose={onClose}
      title={TITLES[step.at]}
      footer={<Footer step={step} onClose={onClose} onEdit={add.edit} />}
    >
      {step.at === 'edit' ? (
        <EditStep step={step} onTake={text => void take(text)} onEdit={add.edit}>
          {choice}
        </EditStep>
      ) : null}
      {step.at === 'reading' ? <ReadingStep host={step.host} /> : null}
      {step.at === 'company' ? (
        <div className="flex flex-col gap-3">
          <CompanyForm posting={step.posting} onSave={add.nameCompany} />
          {choice}
        </div>
      ) : null}
      {step.at === 'review' ? (
        <div className="flex flex-col gap-3">
          {step.error === null ? null : <Problem error={step.error} />}
          <ReviewForm text={step.text} facts={step.facts} onSave={reviewed => void add.save(reviewed)} />
          {choice}
        </div>
      ) : null}
    </Dialog>
  )
}

const FORM = 'add-edit'

function EditStep({
  step,
  onTake,
  onEdit,
  children,
}: {
  step: Extract<AddStep, { at: 'edit' }>
  onTake: (text: string) => void
  onEdit: (text: string) => void
  children: React.ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  // After an error the focus was in what has gone.
  useEffect(() => {
    if (step.error !== null) form.current?.querySelector('textarea')?.focus()
  }, [step.error])
  return (
    <form
      ref={form}
      id={FORM}
      onSubmit={event => {
        event.preventDefault()
        onTake(step.text)
      }}
      className="flex flex-col gap-3"
    >
      {step.error === null ? null : (
        <>
          <Problem error={step.error} />
          <div>
            <Button onClick={() => onEdit('')}>Paste the text instead</Button>
          </div>
        </>
      )}
      <TextArea
        label="Web address or text of the posting"
        hint="An address is read at once. A text is shown for checking before it is saved."
        className="[&_textarea]:max-h-56 [&_textarea]:min-h-20"
        maxLength={500_000}
        value={step.text}
        onChange={event => onEdit(event.target.value)}
        onPaste={event => {
          const pasted = event.clipboardData.getData('text/plain')
          if (step.text.trim() !== '' || pasteKind(pasted) !== 'address') return
          event.preventDefault()
          onTake(pasted.trim())
        }}
        onKeyDown={event => {
          // An address is one line: Enter sends it. A text goes on in the next line.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          if (pasteKind(step.text) !== 'address') return
          event.preventDefault()
          onTake(step.text)
        }}
      />
      {children}
    </form>
  )
}

function ReadingStep({ host }: { host: string }) {
  const place = useRef<HTMLDivElement>(null)
  // The field that had the focus is gone; Cancel is the next thing to be reached.
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="py-3 outline-none">
      <ProgressBar label={`Reading the page at ${host}`} done={0} total={null} countHidden />
    </div>
  )
}

function Footer({
  step,
  onClose,
  onEdit,
}: {
  step: AddStep
  onClose: () => void
  onEdit: (text: string) => void
}) {
  switch (step.at) {
    case 'edit':
      return (
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={FORM} disabled={pasteKind(step.text) === 'nothing'}>
            {pasteKind(step.text) === 'text' ? 'Check the text' : 'Add the job'}
          </Button>
        </>
      )
    case 'reading':
      return <Button onClick={() => onEdit(step.address)}>Cancel</Button>
    case 'company':
      return (
        <>
          <Button onClick={() => onEdit(step.address)}>Back</Button>
          <Button look="primary" type="submit" form={COMPANY_FORM}>
            Save the job
          </Button>
        </>
      )
    case 'review':
      return (
        <>
          <Button onClick={() => onEdit(step.text)}>Back</Button>
          <Button look="primary" type="submit" form={REVIEW_FORM} busy={step.saving}>
            Save the job
          </Button>
        </>
      )
  }
}
