import { Handshake, PencilLine, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { OfferFacts } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { SALARY_PERIOD_SUFFIXES } from '../../../../../main/contract/labels.ts'
import { SALARY_PERIODS } from '../../../../../main/contract/values.ts'
import { errorOf } from '../../../transport/client.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { salaryText } from '../../../ui/money-text.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { dayText, localDay } from '../moment-text.ts'
import { Part } from './part.tsx'
import { PartForm, type Problems, problemsOf } from './part-form.tsx'
import { DayField } from './time-fields.tsx'
import { useApplicationEdit } from './use-application.ts'
import { useFocusBack } from './use-focus-back.ts'

/** What was offered, and by when to answer. */
export function Offer({ jobId }: { jobId: JobId }) {
  const [editing, setEditing] = useState(false)
  const opener = useFocusBack(editing)
  const edit = useApplicationEdit(jobId)
  return (
    <Part
      jobId={jobId}
      title="Offer"
      action={({ offer }) =>
        editing ? null : (
          <span className="flex">
            {offer ? (
              <>
                <IconButton
                  ref={opener}
                  label="Change the offer"
                  icon={PencilLine}
                  onClick={() => setEditing(true)}
                />
                <IconButton
                  label="Remove the offer"
                  icon={Trash2}
                  onClick={() => edit.save({ offer: null })}
                />
              </>
            ) : (
              <Button ref={opener} size="small" look="quiet" icon={Plus} onClick={() => setEditing(true)}>
                Write down an offer
              </Button>
            )}
          </span>
        )
      }
    >
      {({ offer }) =>
        editing ? (
          <div className="@container">
            <OfferForm jobId={jobId} offer={offer} onClose={() => setEditing(false)} />
          </div>
        ) : offer ? (
          <OfferShown offer={offer} />
        ) : (
          <p className="text-sm text-ink-3">
            No offer yet. Salary and deadline stand here once you have one.
          </p>
        )
      }
    </Part>
  )
}

function OfferShown({ offer }: { offer: OfferFacts }) {
  const pay = salaryText(offer.amount, offer.amount, offer.currency, offer.period)
  const today = localDay(new Date())
  const late = offer.deadline !== null && offer.deadline < today
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex items-center gap-2">
        <Handshake aria-hidden className="size-4 shrink-0 text-good" strokeWidth={1.75} />
        {pay ? (
          <span className="font-medium tabular-nums">{pay}</span>
        ) : (
          <span className="text-ink-3">Pay not stated</span>
        )}
      </p>
      {offer.deadline ? (
        <p className={late ? 'text-sm text-bad' : 'text-sm text-ink-2'}>
          {late ? 'The deadline has passed: ' : 'Answer by '}
          {dayText(offer.deadline, today)}
        </p>
      ) : (
        <p className="text-sm text-ink-3">No deadline stated</p>
      )}
      {offer.notes ? (
        <p className="text-sm whitespace-pre-wrap break-words text-ink-2">{offer.notes}</p>
      ) : null}
    </div>
  )
}

function OfferForm({
  jobId,
  offer,
  onClose,
}: {
  jobId: JobId
  offer: OfferFacts | null
  onClose: () => void
}) {
  const [draft, setDraft] = useState(() => ({
    amount: offer?.amount ?? null,
    currency: offer?.currency ?? '',
    period: offer?.period ?? ('year' as const),
    deadline: offer?.deadline ?? '',
    notes: offer?.notes ?? '',
  }))
  const [problems, setProblems] = useState<Problems>({})
  const edit = useApplicationEdit(jobId, error => {
    const { field = '', message } = errorOf(error)
    setProblems({ [field.replace('facts.offer.', '')]: message })
  })
  const put = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
  }
  const submit = () => {
    const currency = draft.currency.trim().toUpperCase()
    const filled = { ...draft, currency: currency || null, deadline: draft.deadline || null }
    const found = problemsOf(OfferFacts, filled)
    if (Number.isNaN(draft.amount)) found.amount = 'Write a number, such as 60,000 or 60k.'
    setProblems(found)
    if (Object.keys(found).length > 0) return
    edit.save({ offer: filled }, onClose)
  }
  return (
    <PartForm
      label="Offer"
      verb="Save offer"
      busy={edit.isPending}
      problems={problems}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div className="grid gap-3 @min-[28rem]:grid-cols-2">
        <NumberField
          label="Pay"
          min={0}
          max={1_000_000_000}
          value={draft.amount}
          error={problems.amount}
          onChange={amount => put({ amount })}
        />
        <TextField
          label="Currency"
          placeholder="EUR"
          maxLength={3}
          value={draft.currency}
          error={problems.currency}
          onChange={event => put({ currency: event.target.value })}
        />
        <Select
          label="For"
          value={draft.period}
          options={SALARY_PERIODS.map(value => ({ value, label: SALARY_PERIOD_SUFFIXES[value] }))}
          onChange={period => put({ period })}
        />
        <DayField
          label="Answer by"
          value={draft.deadline}
          error={problems.deadline}
          onChange={deadline => put({ deadline })}
        />
      </div>
      <TextArea
        label="Notes"
        rows={2}
        maxLength={5_000}
        value={draft.notes}
        error={problems.notes}
        onChange={event => put({ notes: event.target.value })}
      />
    </PartForm>
  )
}
