import { ArrowRight, Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ResumeItem, ResumeProposal } from '../../../../main/contract/profile.ts'
import { Button } from '../../ui/button.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { groupsOf, type ResumeGroup } from './resume-items.ts'

/** What a resume says otherwise than the profile: the old and the new, to be taken or left one by one. */
export function ResumeReview({
  proposal,
  taken,
  onTake,
}: {
  proposal: ResumeProposal
  taken: ReadonlySet<string>
  onTake: (taken: ReadonlySet<string>) => void
}) {
  const { items, same, remarks } = proposal
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(taken)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    onTake(next)
  }
  const replaces = items.some(({ before }) => before !== null)
  return (
    <div className="@container flex flex-col gap-3">
      {items.length === 0 ? (
        <p className="flex items-center gap-2 py-4">
          <Check aria-hidden className="size-4 shrink-0 text-good" />
          Nothing new: your profile says all that this resume says.
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <p className="min-w-0 flex-1 text-sm text-ink-2">
            {same > 0 ? `${same} ${same === 1 ? 'thing is' : 'things are'} the same. ` : ''}
            {replaces ? 'What you said yourself is replaced only where you choose it.' : ''}
          </p>
          <Button
            size="small"
            onClick={() =>
              set(
                items.map(({ id }) => id),
                true,
              )
            }
          >
            Take all
          </Button>
          <Button size="small" onClick={() => onTake(new Set())}>
            Take none
          </Button>
        </div>
      )}
      <ul aria-label="What differs" className="flex flex-col">
        {groupsOf(proposal).map(group => (
          <GroupRow key={group.field} group={group} taken={taken} onSet={set} />
        ))}
      </ul>
      {remarks.length > 0 ? (
        <div className="rounded border border-line bg-warn-soft px-3 py-2 text-sm">
          <h3 className="font-medium">Not taken over</h3>
          <ul className="list-disc pl-4">
            {remarks.slice(0, 20).map(remark => (
              <li key={remark} className="break-words">
                {remark}
              </li>
            ))}
          </ul>
          {remarks.length > 20 ? <p>And {remarks.length - 20} more.</p> : null}
        </div>
      ) : null}
    </div>
  )
}

/** More than one thing that is only added stands as chips, so that forty skills are no forty lines. */
function GroupRow({
  group: { field, label, replaced, added },
  taken,
  onSet,
}: {
  group: ResumeGroup
  taken: ReadonlySet<string>
  onSet: (ids: readonly string[], on: boolean) => void
}) {
  const asChips = added.length > 1 ? added : []
  const lines = asChips.length > 0 ? replaced : [...replaced, ...added]
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0 @min-[40rem]:grid-cols-[9rem_minmax(0,1fr)]">
      <h3 className="pt-0.5 text-sm text-ink-3">{label}</h3>
      <div className="flex min-w-0 flex-col gap-1.5">
        {lines.map(item => (
          <Checkbox
            key={item.id}
            label={<Line item={item} field={label} />}
            checked={taken.has(item.id)}
            onChange={on => onSet([item.id], on)}
          />
        ))}
        {asChips.length > 0 ? (
          <MultiSelect
            label={`${label} to add`}
            hideLabel
            options={asChips.map(({ id, after }) => ({ value: id, label: after }))}
            value={asChips.filter(({ id }) => taken.has(id)).map(({ id }) => id)}
            onChange={ids => {
              const changed = asChips.find(({ id }) => ids.includes(id) !== taken.has(id))
              if (changed) onSet([changed.id], ids.includes(changed.id))
            }}
          />
        ) : null}
        {field === 'extra' ? (
          <p className="text-sm text-ink-3">
            Kept as it was written, so that an export gives all of it back.
          </p>
        ) : null}
      </div>
    </li>
  )
}

/** The new value, with the one that it replaces before it. */
function Line({ item: { before, after }, field }: { item: ResumeItem; field: string }): ReactNode {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-baseline gap-x-2 break-words">
      <span className="sr-only">{field}: </span>
      {before === null ? null : (
        <>
          <span className="text-ink-3 line-through">{before}</span>
          <ArrowRight aria-hidden className="size-3.5 shrink-0 self-center text-ink-3" />
          <span className="sr-only"> becomes </span>
        </>
      )}
      <span className="min-w-0 break-words">{after.length > 300 ? `${after.slice(0, 300)}…` : after}</span>
    </span>
  )
}
