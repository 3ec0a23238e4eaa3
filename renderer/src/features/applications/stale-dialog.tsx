import { useQuery } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'

const many = (n: number) => (n === 1 ? '1 application has' : `${n.toLocaleString('en')} applications have`)

/** A line over the board when applications have waited too long for an answer. */
export function StaleBanner({ stale }: { stale: number }) {
  const [open, setOpen] = useState(false)
  if (stale === 0 && !open) return null
  return (
    <>
      {stale === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-4 py-1.5 text-sm sm:px-6">
          <Clock aria-hidden className="size-4 shrink-0 text-warn" strokeWidth={1.75} />
          <span className="min-w-0 flex-1 basis-52">{many(stale)} had no answer for 14 days or more</span>
          <Button size="small" onClick={() => setOpen(true)}>
            Look through {stale === 1 ? 'it' : 'them'}
          </Button>
        </div>
      )}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="No answer for a long time"
        description="What you mark stops waiting and is archived. Undo brings it back."
      >
        {open ? <Stale onClose={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  )
}

function Stale({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask('applications', 'stale', {}))
  const mark = useChange(client.applications.markNoResponse)
  // Kept by what is left out, so that whatever comes in meanwhile is chosen as well.
  const [without, setWithout] = useState<ReadonlySet<JobId>>(new Set())
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} label="Loading the applications" />
  const chosen = data.filter(card => !without.has(card.job.id)).map(card => card.job.id)
  const toggle = (jobId: JobId) => {
    const next = new Set(without)
    if (!next.delete(jobId)) next.add(jobId)
    setWithout(next)
  }
  const all = chosen.length === data.length
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label={
          all
            ? 'All are chosen'
            : `${chosen.length.toLocaleString('en')} of ${data.length.toLocaleString('en')} are chosen`
        }
        checked={all ? true : chosen.length === 0 ? false : 'mixed'}
        onChange={on => setWithout(new Set(on ? [] : data.map(card => card.job.id)))}
      />
      <div className="flex max-h-[45vh] flex-col rounded border border-line">
        <VirtualList
          label="Applications without an answer"
          items={data}
          rowRem={3.25}
          keyOf={card => card.job.id}
          nameOf={card =>
            `${card.job.title}, ${card.job.company}, no answer for ${card.staleDays ?? 14} days`
          }
          onOpen={card => toggle(card.job.id)}
          onRowKey={(event, card) => {
            if (event.key !== ' ' && event.key !== 'x') return
            event.preventDefault()
            toggle(card.job.id)
          }}
          renderRow={(card, { tabIndex }) => (
            <div className="flex h-full items-center gap-3 border-b border-line px-3">
              <Checkbox
                label={`Choose ${card.job.title}`}
                hideLabel
                tabIndex={tabIndex}
                checked={!without.has(card.job.id)}
                onChange={() => toggle(card.job.id)}
              />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate text-sm font-medium">{card.job.title}</span>
                <span className="truncate text-xs text-ink-2">{card.job.company}</span>
              </span>
              <span className="shrink-0 text-xs text-warn tabular-nums">{card.staleDays ?? 14} days</span>
            </div>
          )}
        />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          busy={mark.isPending}
          disabled={chosen.length === 0}
          onClick={() => mark.mutate({ jobIds: chosen }, { onSuccess: onClose })}
        >
          Mark {chosen.length.toLocaleString('en')} as no response
        </Button>
      </div>
    </div>
  )
}
