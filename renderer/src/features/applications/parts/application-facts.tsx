import type { ApplicationView } from '../../../../../main/contract/applications.ts'
import { ResponseKind } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { TextField } from '../../../ui/field.tsx'
import { TagInput } from '../../../ui/multi-select.tsx'
import { Select } from '../../../ui/select.tsx'
import { When } from '../../../ui/when.tsx'
import { RESPONSE_LABELS, RESPONSE_OPTIONS } from '../application-words.ts'
import { dayText, fromField, localDay, momentText, toField } from '../moment-text.ts'
import { InPlace } from './in-place.tsx'
import { Part } from './part.tsx'
import { DayField, MomentField } from './time-fields.tsx'

const NO_MOMENT = 'Choose a date and a time.'

/** What the person knows of an application: when and to whom it went, what came back, what is next. */
export function ApplicationFacts({ jobId }: { jobId: JobId }) {
  return (
    <Part jobId={jobId} title="Application">
      {view => (
        <div className="@container">
          <dl className="flex flex-col">
            <SentFacts jobId={jobId} view={view} />
            <AnswerFact jobId={jobId} view={view} />
            <NextFacts jobId={jobId} view={view} />
          </dl>
        </div>
      )}
    </Part>
  )
}

interface FactsProps {
  jobId: JobId
  view: ApplicationView
}

function SentFacts({ jobId, view }: FactsProps) {
  return (
    <>
      <InPlace
        jobId={jobId}
        label="Sent"
        value={toField(view.appliedAt)}
        shown={view.appliedAt ? <When at={view.appliedAt} /> : null}
        none="Not sent yet"
        field={(draft, put, problems) => (
          <MomentField
            label="Sent"
            hideLabel
            hint="Empty: not sent yet."
            value={draft}
            error={problems.appliedAt}
            onChange={put}
          />
        )}
        toEdit={draft => ({ appliedAt: fromField(draft) })}
      />
      <InPlace
        jobId={jobId}
        label="To"
        value={view.recipient}
        shown={view.recipient || null}
        none="Not written down"
        field={(draft, put) => (
          <TextField
            label="Recipient"
            hideLabel
            hint="A name, an address or a portal."
            maxLength={300}
            value={draft}
            onChange={event => put(event.target.value)}
          />
        )}
        toEdit={draft => ({ recipient: draft })}
      />
      <InPlace
        jobId={jobId}
        label="Also sent"
        value={view.sent}
        shown={view.sent.length > 0 ? view.sent.join(' · ') : null}
        none="Nothing written down"
        field={(draft, put) => (
          <TagInput
            label="Documents that went with it"
            hideLabel
            hint="Names of what you sent and do not keep here, such as “Work samples”. Enter adds one."
            value={draft}
            onChange={put}
          />
        )}
        check={draft =>
          draft.length > 20
            ? { '': 'At most 20 documents can be written down.' }
            : draft.some(name => name.length > 200)
              ? { '': 'A name can have at most 200 letters.' }
              : {}
        }
        toEdit={draft => ({ sent: draft })}
      />
    </>
  )
}

function AnswerFact({ jobId, view }: FactsProps) {
  const { response } = view
  return (
    <InPlace
      jobId={jobId}
      label="First answer"
      value={{ kind: response?.kind ?? '', at: toField(response?.at ?? new Date().toISOString()) }}
      shown={
        response ? (
          <>
            {RESPONSE_LABELS[response.kind]}, <When at={response.at} />
          </>
        ) : null
      }
      none="None yet"
      field={(draft, put, problems) => (
        <>
          <Select
            label="First answer"
            value={draft.kind}
            options={[{ value: '', label: 'None yet' }, ...RESPONSE_OPTIONS]}
            onChange={kind => put({ ...draft, kind })}
          />
          {draft.kind === '' ? null : (
            <MomentField
              label="It came"
              value={draft.at}
              error={problems.at}
              onChange={at => put({ ...draft, at })}
            />
          )}
        </>
      )}
      check={draft => (draft.kind !== '' && fromField(draft.at) === null ? { at: NO_MOMENT } : {})}
      toEdit={draft => {
        const kind = ResponseKind.safeParse(draft.kind)
        const at = fromField(draft.at)
        return { response: kind.success && at !== null ? { kind: kind.data, at } : null }
      }}
    />
  )
}

function NextFacts({ jobId, view }: FactsProps) {
  const now = new Date()
  return (
    <>
      <InPlace
        jobId={jobId}
        label="Next step"
        value={{ text: view.nextStep, at: toField(view.nextStepAt) }}
        shown={
          view.nextStep || view.nextStepAt ? (
            <>
              {view.nextStep}
              {view.nextStep && view.nextStepAt ? ', ' : null}
              {view.nextStepAt ? momentText(view.nextStepAt, now) : null}
            </>
          ) : null
        }
        none="Nothing planned"
        field={(draft, put) => (
          <>
            <TextField
              label="What comes next"
              maxLength={500}
              value={draft.text}
              onChange={event => put({ ...draft, text: event.target.value })}
            />
            <MomentField
              label="When"
              hint="May stay empty."
              value={draft.at}
              onChange={at => put({ ...draft, at })}
            />
          </>
        )}
        toEdit={draft => ({ nextStep: draft.text, nextStepAt: fromField(draft.at) })}
      />
      <InPlace
        jobId={jobId}
        label="Follow up"
        value={view.followUpOn ?? ''}
        shown={followUpShown(view, now)}
        none="Nothing to ask at present"
        field={(draft, put) => (
          <DayField
            label="Follow up on"
            hideLabel
            hint={
              view.followUp && view.followUpOn === null
                ? `Suggested: ${dayText(view.followUp.on, localDay(now))}. Empty: as suggested.`
                : 'Empty: as suggested.'
            }
            value={draft}
            onChange={put}
          />
        )}
        toEdit={draft => ({ followUpOn: draft === '' ? null : draft })}
      />
    </>
  )
}

function followUpShown({ followUp, followUpOn }: ApplicationView, now: Date) {
  const on = followUpOn ?? followUp?.on
  if (!on) return null
  const day = dayText(on, localDay(now))
  return (
    <>
      {followUpOn === null ? `${day}, suggested` : day}
      {followUp ? <span className="block text-sm text-ink-3">{followUp.why}</span> : null}
    </>
  )
}
