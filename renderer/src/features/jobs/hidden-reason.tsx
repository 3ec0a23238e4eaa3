import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { hiddenReason } from './hidden-words.ts'

/** A row that is only scrolled past is not asked for. */
const STAYS_MS = 150

/** The mark of a job that a campaign's rules hide, with the first reason. */
export function HiddenReason({
  row,
  className,
}: {
  row: Pick<JobRow, 'id' | 'campaignId'>
  className?: string
}) {
  const [stays, setStays] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setStays(true), STAYS_MS)
    return () => clearTimeout(timer)
  }, [])
  const { data } = useQuery({
    ...ask('jobs', 'get', { jobId: row.id, campaignId: row.campaignId }),
    enabled: stays,
  })
  const reason = data ? hiddenReason(data.rankings, row.campaignId) : null
  const words = reason ?? 'Hidden by rules'
  return (
    <span
      title={reason === null ? words : `Hidden: ${reason}`}
      className={clsx('inline-flex min-w-0 items-center gap-1 align-bottom text-warn', className)}
    >
      <EyeOff aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} />
      <span className="truncate">{words}</span>
    </span>
  )
}
